import type { NodeId, Option, VariableId } from '../../graph/graph.js'
import { type Binding, isAssignedOnce, isConstant } from './bindings.js'
import { add, type Flow, type FunctionContext, literal, nodeOf, type Syntax, spanOf, unnamed } from './flow.js'
import { merge } from './joins.js'

/** Whether each round of a loop gives the variable a value, and all that the rounds make read the last of them. */
function isOfRound(m: Flow, value: NodeId): boolean {
  const { owner } = nodeOf(m, value)
  return m.scopes.lasting === true && owner !== null && nodeOf(m, owner).type === 'loop'
}

/** The definition that reaches a read of the variable. */
export function read(m: Flow, syntax: Syntax, binding: Binding): NodeId {
  if (binding.kind === 'this') return receiver(m, m.fn, syntax)
  const { env } = m.fn
  const reaching = env.get(binding)
  if (reaching !== undefined && !(setInside(m.fn, binding) && isBlank(m, reaching))) return reaching
  if (binding.node !== undefined && isConstant(binding))
    return binding.owner !== m.fn.syntax && isOfRound(m, binding.node) ? captured(m, m.fn, binding, syntax, binding.node) : binding.node
  if (binding.owner !== m.fn.syntax || binding.kind === 'class' || setInside(m.fn, binding)) return captured(m, m.fn, binding, syntax)
  return literal(m, syntax, undefined)
}

/** The reaching definition, where one is known, without inventing one. */
export function current(m: Flow, fn: FunctionContext, binding: Binding): NodeId | undefined {
  if (binding.kind === 'this') return receiver(m, fn, fn.syntax)
  return fn.env.get(binding) ?? (binding.owner === fn.syntax ? undefined : captured(m, fn, binding, fn.syntax))
}

/** Gives the variable a value, kept with its name and the place where it happened. */
export function assign(m: Flow, name: Syntax, binding: Binding, value: NodeId): void {
  const { name: text, annotation } = binding
  m.fn.env.set(
    binding,
    add(m, name, annotation === undefined ? { type: 'alias', name: text, value } : { type: 'alias', name: text, value, annotation }),
  )
}

/** Gives the variable its first value. */
export function initialise(m: Flow, name: Syntax, binding: Binding, value: NodeId): void {
  assign(m, name, binding, value)
  binding.node = m.fn.env.get(binding)
}

/** Gives the variable a value that needs no name: it has one already, or is what the variable stands for. */
export function define(m: Flow, binding: Binding, value: NodeId): void {
  m.fn.env.set(binding, value)
  binding.node = value
}

/** True when a function other than the one being lowered, which declares the variable, sets it. */
function setInside(fn: FunctionContext, binding: Binding): boolean {
  if (binding.owner !== fn.syntax) return false
  for (const setter of binding.setters) if (setter !== fn.syntax) return true
  return false
}

/** Nothing yet, or a placeholder for what another function is to set. */
export function isBlank(m: Flow, id: NodeId): boolean {
  const node = unnamed(m, id)
  return node.type === 'literal' && (node.value === undefined || node.value === null)
}

/** The receiver as it stands: a function that has none goes on from that of the function around it. */
function receiver(m: Flow, fn: FunctionContext, syntax: Syntax): NodeId {
  const value = fn.env.get(fn.self)
  if (value !== undefined) return value
  if (fn.parent && fn.parent.self === fn.self) return receiver(m, fn.parent, syntax)
  fn.receiver ??= m.builder.add({ type: 'this', class: null, span: spanOf(m, syntax), owner: fn.id })
  return fn.receiver
}

/** The variable as the function finds it. */
export function captured(m: Flow, fn: FunctionContext, binding: Binding, syntax: Syntax, round?: NodeId): NodeId {
  let node = fn.captured.get(binding)
  if (node === undefined) {
    const created = createdWith(m, fn, binding, syntax)
    const variable = variableOf(m, fn, binding)
    node = m.builder.add({
      type: 'captured',
      variable,
      reader: fn.id,
      created,
      ...(round !== undefined && { round }),
      span: spanOf(m, syntax),
      owner: fn.id,
    })
    fn.captured.set(binding, node)
  }
  return node
}

function createdWith(m: Flow, fn: FunctionContext, binding: Binding, syntax: Syntax): NodeId | null {
  if (fn.hoisted || !fn.parent || binding.owner === fn.syntax) return null
  const value = fn.parent.env.get(binding)
  if (value !== undefined) return isBlank(m, value) ? null : value
  return binding.owner === fn.parent.syntax ? null : captured(m, fn.parent, binding, syntax)
}

export function variableOf(m: Flow, fn: FunctionContext, binding: Binding): VariableId {
  if (binding.variable === undefined) {
    let owner: FunctionContext | null = fn
    while (owner && owner.syntax !== binding.owner) owner = owner.parent
    const lasting = m.scopes.lasting && { lasting: true as const }
    binding.variable = m.builder.declare({
      name: binding.name,
      scope: owner?.id ?? null,
      ends: [],
      once: isAssignedOnce(binding),
      ...lasting,
    })
  }
  return binding.variable
}

/** Values at the function's end of all variables that it set or changed: the merge over its exits. */
export function valuesAtEnd(m: Flow, fn: FunctionContext): Map<Binding, NodeId> {
  const values = new Map<Binding, NodeId>()
  for (const exit of fn.exits) {
    for (const binding of exit.changes.keys()) {
      if (values.has(binding) || (binding.owner === fn.syntax && binding.variable === undefined && !isObserved(binding))) continue
      const options: Option[] = []
      for (const each of fn.exits) {
        const node = each.changes.get(binding) ?? atStart(m, fn, binding)
        if (node !== undefined) options.push({ node, when: each.when })
      }
      values.set(binding, merge(m, fn.syntax, options))
    }
  }
  return values
}

function isObserved(binding: Binding): boolean {
  return binding.kind === 'param' || binding.kind === 'this' || binding.kind === 'yield'
}

function atStart(m: Flow, fn: FunctionContext, binding: Binding): NodeId | undefined {
  if (binding.kind === 'this') return fn.receiver ?? (fn.parent?.self === fn.self ? receiver(m, fn.parent, fn.syntax) : undefined)
  return binding.owner === fn.syntax ? undefined : captured(m, fn, binding, fn.syntax)
}

/** Writes down what the function leaves in variables that functions share. */
export function recordEnds(m: Flow, fn: FunctionContext, values: ReadonlyMap<Binding, NodeId>): void {
  for (const [binding, node] of values) {
    if (binding.kind === 'this') continue
    const own = binding.owner === fn.syntax
    if (own && (binding.variable === undefined || isBlank(m, node))) continue
    const indirect = isIndirect(m, node) ? ({ indirect: true } as const) : {}
    m.builder.variables[variableOf(m, fn, binding)]!.ends.push({ function: fn.id, node, ...indirect })
  }
}

/** True when calls of other functions are all that happened to the variable as it was found. */
function isIndirect(m: Flow, end: NodeId): boolean {
  let node = nodeOf(m, end)
  if (node.type !== 'affected') return false
  while (node.type === 'affected') node = nodeOf(m, node.before)
  return node.type === 'captured'
}
