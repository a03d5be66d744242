import type { NodeId } from '../../graph/graph.js'
import { type Binding, isChangeable } from './bindings.js'
import { add, type Flow, member, nodeOf, pathTo, type Syntax } from './flow.js'
import { assign, read } from './variables.js'

/** A variable (`up` is null), or a member of what another path leads to. */
export interface Path {
  binding: Binding
  up: Path | null
  key: string | NodeId
  /** A key that is computed names a member, and no entry. */
  member?: true
  /** What is there, where it is not simply the member of that key: `o[-1]`. */
  held?: NodeId
}

/** A value, and the variable and members it was read from, when it was. */
export interface Reference {
  node: NodeId
  path: Path | null
  /** Of a call's result: what the call's method was called on, which it may return. */
  chain?: Path | null
}

/** Gives a variable or a member a value. */
export function store(m: Flow, syntax: Syntax, path: Path, value: NodeId): void {
  if (path.up) rewrite(m, syntax, path, () => value)
  else assign(m, syntax, path.binding, value)
}

/** Notes that a call may have changed in place what the path leads to. */
export function change(m: Flow, syntax: Syntax, path: Path, value: NodeId, event: NodeId, as: 'receiver' | number): void {
  if (!isChangeable(path.binding) || isInert(m, value)) return
  rewrite(m, syntax, path, (object) => add(m, syntax, { type: 'changed', object: object(), event, as }))
}

/** A new version of the path's variable, in which what the path leads to is another value. */
function rewrite(m: Flow, syntax: Syntax, path: Path, make: (old: () => NodeId) => NodeId): void {
  const steps: Path[] = []
  for (let step = path; step.up; step = step.up) steps.push(step)
  steps.reverse()
  const keys = steps.map(({ key }) => key)
  const objects = [read(m, syntax, path.binding)]
  const within = (index: number) => steps[index]!.held ?? member(m, syntax, objects[index]!, keys[index]!)
  for (let index = 0; index < keys.length - 1; index++) objects.push(within(index))
  let value = make(() => (keys.length > 0 ? within(keys.length - 1) : objects[0]!))
  const when = pathTo(m.fn)
  for (let index = keys.length - 1; index >= 0; index--) {
    const more = { ...(when.length > 0 && { when }), ...(index === keys.length - 1 && path.member && { member: path.member }) }
    value = add(m, syntax, { type: 'assigned', object: objects[index]!, key: keys[index]!, value, ...more })
  }
  m.fn.env.set(path.binding, value)
}

const choosing = new Set(['||', '&&', '??', 'rest', 'omit'])

/** Values that no call changes in place: primitives, functions, and what belongs to a library as a whole. */
function isInert(m: Flow, value: NodeId): boolean {
  let node = nodeOf(m, value)
  for (;;) {
    if (node.type === 'alias') node = nodeOf(m, node.value)
    else if (node.type === 'member') node = nodeOf(m, node.object)
    else break
  }
  if (node.type === 'operator') return !(m.operatorsMake || choosing.has(node.operator))
  return node.type === 'literal' || node.type === 'function' || node.type === 'class' || node.type === 'import' || node.type === 'name'
}
