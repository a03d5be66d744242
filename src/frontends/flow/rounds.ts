import type { NodeId } from '../../graph/graph.js'
import type { Binding, Scope } from './bindings.js'
import type { State } from './environment.js'
import { add, type Flow, type Frame, literal, type Syntax, spanOf, unknown } from './flow.js'
import { branch, framed, goOn, join } from './joins.js'
import { type Path, store } from './paths.js'
import { current } from './variables.js'

export interface Parts {
  /** What is iterated over, a round an item. */
  of?: NodeId
  test?: () => NodeId
  body: () => void
  update?: () => void
  /** Only a jump leads out. */
  endless?: boolean
  /** The body runs before the first test. */
  once?: boolean
  /** Runs when it ends by itself, and not by a jump. */
  otherwise?: () => void
}

export interface Round {
  loop: NodeId
  ended: State
  /** Where the loop's own variables are. */
  scope: Scope
  /** It runs to its end. */
  whole: boolean
}

/** Lowers a loop: each variable that it may change is, at the start of a round, that of before or of the round before. */
export function round(m: Flow, syntax: Syntax, parts: Parts): Round {
  const { fn } = m
  const { loopStart, owner } = fn
  fn.loopStart ??= m.builder.nodes.length
  const loop = add(m, syntax, { type: 'loop', of: parts.of ?? null, test: null })
  fn.owner = loop
  const heads = openHeads(m, syntax)
  const test = parts.test?.() ?? null
  let rounded: State
  const frame = framed(m, 'loop', null, () => {
    rounded = branch(m, [], parts.body)
  })
  const ended = branch(m, [], () => {
    join(m, syntax, [rounded, ...frame.continues])
    parts.update?.()
  })
  closeHeads(m, syntax, heads, ended)
  fn.loopStart = loopStart
  fn.owner = owner
  m.builder.set(loop, { type: 'loop', of: parts.of ?? null, test, span: spanOf(m, syntax), owner })
  const whole = !parts.once && !parts.endless && frame.breaks.length === 0 && !ended.dead
  if (whole) throughRounds(m, syntax, loop, heads, ended)
  leaveLoop(m, syntax, frame, ended, parts)
  return { loop, ended, scope: m.scope, whole }
}

/** After a loop that only its own test, or the end of what it iterates over, ends. */
function throughRounds(m: Flow, syntax: Syntax, of: NodeId, heads: readonly Head[], ended: State): void {
  for (const { binding, merge, before } of heads) {
    const after = ended.changes.get(binding)
    if (after !== undefined && after !== merge)
      m.fn.env.set(binding, add(m, syntax, { type: 'rounds', of, before, after, otherwise: merge }))
  }
}

interface Head {
  binding: Binding
  merge: NodeId
  before: NodeId
}

function openHeads(m: Flow, syntax: Syntax): Head[] {
  const heads: Head[] = []
  const { yielded } = m.fn
  for (const binding of [...(m.scopes.loops.get(syntax) ?? []), ...(yielded ? [yielded] : [])]) {
    const before = current(m, m.fn, binding) ?? (binding.kind === 'var' ? literal(m, syntax, undefined) : undefined)
    if (before === undefined) continue
    const merge = add(m, syntax, { type: 'merge', reason: 'loop', options: [{ node: before, when: [] }] })
    heads.push({ binding, merge, before })
    m.fn.env.set(binding, merge)
  }
  return heads
}

function closeHeads(m: Flow, syntax: Syntax, heads: readonly Head[], ended: State): void {
  for (const { binding, merge, before } of heads) {
    const after = ended.dead ? undefined : ended.changes.get(binding)
    const options = [{ node: before, when: [] }]
    if (after !== undefined && after !== merge) options.push({ node: after, when: [] })
    m.builder.set(merge, { type: 'merge', reason: 'loop', options, span: spanOf(m, syntax), owner: m.builder.nodes[merge]!.owner })
  }
}

function leaveLoop(m: Flow, syntax: Syntax, frame: Frame, ended: State, { endless, once, otherwise }: Parts): void {
  const tested: State = { changes: once ? ended.changes : new Map(), dead: (endless ?? false) || (once === true && ended.dead), when: [] }
  if (m.fn.env.dead) return
  const left = otherwise ? branch(m, [], () => goOn(m, syntax, tested, otherwise)) : tested
  join(m, syntax, [left, ...frame.breaks.map(forget)])
  // Variables of the body itself stay known to the functions made in it.
  for (const [binding, value] of ended.changes) if (m.fn.env.get(binding) === undefined) m.fn.env.set(binding, value)
}

/** What held in one round says nothing about the next. */
function forget(state: State): State {
  return { ...state, when: [] }
}

/** Gives a list the items that rounds have changed, where the item itself is the variable of the loop. */
export function fillItems(
  m: Flow,
  syntax: Syntax,
  path: Path | null,
  { loop, ended, whole }: Round,
  item: Binding | undefined,
  list: NodeId,
): void {
  const after = item && ended.changes.get(item)
  if (!path || after === undefined || !isFilled(m, after)) return
  const items = whole
    ? add(m, syntax, { type: 'items', list, of: loop, after })
    : unknown(m, syntax, 'its items are set in a loop that may be left early')
  store(m, syntax, path, items)
}

/** True when a member of the very item may be given a value. */
function isFilled(m: Flow, end: NodeId): boolean {
  const open = new Set([end])
  for (const id of open) {
    const node = m.builder.nodes[id]!
    if (node.type === 'assigned') return true
    if (node.type === 'changed') open.add(node.object)
    else if (node.type === 'merge') for (const option of node.options) open.add(option.node)
  }
  return false
}
