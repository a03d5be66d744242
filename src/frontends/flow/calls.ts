import type { Element, NodeId, VariableId } from '../../graph/graph.js'
import type { Binding } from './bindings.js'
import { add, type Flow, type FunctionContext, pathTo, type Syntax } from './flow.js'
import { change, type Path, type Reference } from './paths.js'
import { captured, isBlank, variableOf } from './variables.js'

export interface Argument {
  reference: Reference
  syntax: Syntax
  spread: boolean
}

/** Adds a call, with what holds where it stands; `decides`: the decision that its key is. */
export function addCall(
  m: Flow,
  syntax: Syntax,
  call: { callee: NodeId; args: readonly Element[]; construct: boolean; decides?: string | undefined },
): NodeId {
  const { callee, args, construct, decides } = call
  const when = pathTo(m.fn)
  const more = { ...(when.length > 0 && { when }), ...(decides !== undefined && { decides }) }
  const id = add(m, syntax, { type: 'call', callee, args, construct, ...more })
  m.calls.push(id)
  return id
}

/** A call may change in place what its method is called on, and what it is given. */
export function noteCall(
  m: Flow,
  syntax: Syntax,
  id: NodeId,
  receiver: { path: Path; value: NodeId } | undefined,
  args: readonly Argument[],
): void {
  if (receiver) change(m, syntax, receiver.path, receiver.value, id, 'receiver')
  for (const [index, { reference, syntax: at, spread }] of args.entries()) {
    if (reference.path && !spread) change(m, at, reference.path, reference.node, id, index)
  }
}

/** Variables that the called functions may set or change have other values from here on. */
export function noteEffects(m: Flow, syntax: Syntax, id: NodeId, functions: readonly Syntax[]): void {
  const sees = new Map<VariableId, NodeId>()
  for (const fn of functions) {
    if (fn === m.fn.syntax) continue
    const { sets, reads } = m.effectsOf(fn)
    for (const binding of new Set([...reads, ...sets])) {
      const before = affectable(m, binding, syntax)
      if (before === undefined) continue
      const variable = variableOf(m, m.fn, binding)
      m.builder.variables[variable]!.seen = true
      sees.set(variable, before)
      if (sets.has(binding)) m.fn.env.set(binding, add(m, syntax, { type: 'affected', variable, before, event: id }))
    }
  }
  const node = m.builder.nodes[id]!
  if (sees.size > 0 && node.type === 'call') m.builder.set(id, { ...node, sees })
}

/** The value of a variable that a call may set; undefined while it has none of its own here. */
function affectable(m: Flow, binding: Binding, syntax: Syntax): NodeId | undefined {
  const value = m.fn.env.get(binding)
  if (value !== undefined) return isBlank(m, value) ? undefined : value
  return binding.owner === m.fn.syntax || !reachable(m, binding) ? undefined : captured(m, m.fn, binding, syntax)
}

function reachable(m: Flow, binding: Binding): boolean {
  for (let fn: FunctionContext | null = m.fn; fn; fn = fn.parent) if (fn.syntax === binding.owner) return true
  return false
}
