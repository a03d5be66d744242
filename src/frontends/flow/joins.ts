import type { Condition, NodeId, Option } from '../../graph/graph.js'
import type { Binding } from './bindings.js'
import type { State } from './environment.js'
import { add, type Flow, type Frame, type Syntax } from './flow.js'
import { current } from './variables.js'

/** Lowers one side of a branch; `join` brings the sides together. */
export function branch(m: Flow, when: readonly Condition[], run: () => void): State {
  return m.fn.env.fork(when, run)
}

/** Goes on from where the states meet. */
export function join(m: Flow, syntax: Syntax, states: readonly State[]): void {
  const { env } = m.fn
  const live = states.filter((state) => !state.dead)
  if (live.length === 0) env.dead = true
  if (live.length === 1) {
    for (const [binding, node] of live[0]!.changes) env.set(binding, node)
    env.assume(live[0]!.when)
  }
  if (live.length < 2) return
  const merged = new Map<Binding, NodeId>()
  for (const { changes } of live) {
    for (const binding of changes.keys()) if (!merged.has(binding)) merged.set(binding, mergeOf(m, syntax, binding, live)!)
  }
  for (const [binding, node] of merged) env.set(binding, node)
}

/** Does what follows when a state has been reached, and nothing else has led away from it. */
export function goOn(m: Flow, syntax: Syntax, reached: State, next: () => void): void {
  join(m, syntax, [reached])
  next()
}

/** The value of a variable where states meet. */
function mergeOf(m: Flow, syntax: Syntax, binding: Binding, states: readonly State[]): NodeId | undefined {
  const options: Option[] = []
  for (const { changes, when } of states) {
    const node = changes.get(binding) ?? current(m, m.fn, binding)
    if (node !== undefined) options.push({ node, when })
  }
  return options.length > 0 ? merge(m, syntax, options) : undefined
}

/** A merge, unless there is nothing to choose from. */
export function merge(m: Flow, syntax: Syntax, options: readonly Option[]): NodeId {
  const first = options[0]!.node
  if (options.every((option) => option.node === first)) return first
  return add(m, syntax, { type: 'merge', reason: 'branch', options })
}

/** Lowers what jumps can lead out of, and hands back where they left from. */
export function framed(m: Flow, kind: Frame['kind'], label: string | null, run: () => void): Frame {
  const { env, frames } = m.fn
  const frame: Frame = { kind, label, level: env.level, pathLength: env.path.length, breaks: [], continues: [], throws: [] }
  frames.push(frame)
  run()
  frames.pop()
  return frame
}

type Jump = 'breaks' | 'continues' | 'throws'

const fitting: Readonly<Record<Jump, readonly Frame['kind'][]>> = { breaks: ['loop', 'switch'], continues: ['loop'], throws: ['try'] }

/** Leaves for the innermost frame that such a jump leads out of, or for that with the label: what follows is not reached. */
export function jumpTo(m: Flow, how: Jump, label: string | null): void {
  const { env, frames } = m.fn
  const fits = ({ kind }: Frame) => fitting[how].includes(kind)
  const frame = label === null ? frames.findLast(fits) : labelled(frames, how, label)
  if (frame && !env.dead) frame[how].push(env.since(frame.level, frame.pathLength))
  env.dead = true
}

function labelled(frames: readonly Frame[], how: Jump, label: string): Frame | undefined {
  const index = frames.findLastIndex((frame) => frame.label === label)
  // `continue outer` goes on with the loop that carries the label.
  return how === 'continues' ? frames.slice(index).find(({ kind }) => kind === 'loop') : frames[index]
}
