import type { FunctionDefinition } from '../../graph/definitions.js'
import type { NodeId, Span } from '../../graph/graph.js'
import { type Binding, makeBinding } from './bindings.js'
import { Environment } from './environment.js'
import { add, type Flow, type FunctionContext, member, nodeOf, pathTo, type Syntax, spanOf } from './flow.js'
import { merge } from './joins.js'
import { current, isBlank, recordEnds, valuesAtEnd } from './variables.js'

/** What the place of a function says of it. */
export interface FunctionPlace {
  name: string | null
  /** Dotted name of what it is part of. */
  prefix: string | null
  /** The class or record whose method it is. */
  method: NodeId | null
  hoisted: boolean
  inline: boolean
  /** A constructor's fields: given their values before its body, or when the base class has done its part. */
  fields?: () => void
  /** It calls the constructor of the base class. */
  derived?: boolean
}

/** The context in which a function's body is lowered. */
export function enterFunction(m: Flow, syntax: Syntax, id: NodeId, place: FunctionPlace, owner: NodeId | null): FunctionContext {
  const self = m.scopes.selves.get(syntax) ?? m.fn.self
  const sharesThis = self === m.fn.self
  const receiver = sharesThis ? null : m.builder.add({ type: 'this', class: owner, span: spanOf(m, syntax), owner: id })
  const { prefix, name } = place
  return {
    id,
    owner: id,
    syntax,
    parent: m.fn,
    hoisted: place.hoisted,
    inline: place.inline,
    qualified: name === null ? prefix : prefix ? `${prefix}.${name}` : name,
    made: place.hoisted ? [] : pathTo(m.fn),
    ...nothingDone(),
    self,
    class: owner,
    receiver,
  }
}

type Done = 'env' | 'captured' | 'returns' | 'yields' | 'yielded' | 'exits' | 'begin' | 'deferred' | 'frames' | 'loopStart'

/** What lowering has found out of a body before it begins. */
export function nothingDone(): Pick<FunctionContext, Done> {
  return {
    env: new Environment(),
    captured: new Map(),
    returns: [],
    yields: [],
    yielded: null,
    exits: [],
    begin: null,
    deferred: [],
    frames: [],
    loopStart: null,
  }
}

/** The receiver at the start of a run: an inline function may be run for each item of a list. */
export function openReceiver(m: Flow, fn: FunctionContext, parent: FunctionContext): void {
  const node = current(m, parent, fn.self)!
  fn.env.set(fn.self, add(m, fn.syntax, { type: 'merge', reason: 'loop', options: [{ node, when: [] }] }))
}

/** A generator fills a list, to which each `yield` adds. */
export function openYielded(m: Flow, fn: FunctionContext): void {
  fn.yielded = makeBinding('yield', 'yield', fn.syntax, true)
  fn.env.set(fn.yielded, add(m, fn.syntax, { type: 'list', items: [] }))
}

/** Notes what a generator yields, at the end of the list of all that it does; `spread`: each item of the value. */
export function addYielded(m: Flow, syntax: Syntax, value: NodeId, span: Span, spread: boolean): void {
  const { yielded: binding, env, yields } = m.fn
  const item = spread ? m.builder.add({ type: 'item', of: value, span: nodeOf(m, value).span, owner: m.fn.owner }) : value
  yields.push({ node: item, when: env.path })
  const list = binding && env.get(binding)
  if (!binding || list === null || list === undefined) return
  const args = [{ node: value, span, spread }]
  const event = add(m, syntax, { type: 'call', callee: member(m, syntax, list, 'push'), args, construct: false })
  env.set(binding, add(m, syntax, { type: 'changed', object: list, event, as: 'receiver' }))
}

/** Leaves the function, with a value or without one. */
export function returnValue(m: Flow, node: NodeId | undefined): void {
  const { env, returns, exits } = m.fn
  // A value that can never be returned says nothing about the function.
  if (env.dead) return
  if (node !== undefined) returns.push({ node, when: env.path })
  exits.push(env.since(0, 0))
  env.dead = true
}

type Known = Omit<FunctionDefinition, 'result' | 'thisAtEnd' | 'paramsAtEnd' | 'enclosing'>

/** Fills in the node of the function whose body has been lowered. */
export function finishFunction(m: Flow, known: Known): void {
  const { fn } = m
  finishBody(m)
  const values = valuesAtEnd(m, fn)
  recordEnds(m, fn, values)
  const paramsAtEnd = new Map<number, NodeId>()
  for (const [binding, value] of values) {
    const index = binding.node === undefined ? -1 : known.params.indexOf(binding.node)
    if (index >= 0 && reaches(m, value, known.params[index]!)) paramsAtEnd.set(index, value)
  }
  const definition: FunctionDefinition = {
    ...known,
    result: known.generator ? yieldedBy(m, fn, values) : fn.returns.length > 0 ? merge(m, fn.syntax, fn.returns) : null,
    thisAtEnd: values.get(fn.self) ?? null,
    paramsAtEnd,
    enclosing: fn.parent?.owner ?? null,
  }
  m.builder.set(fn.id!, { type: 'function', definition, span: spanOf(m, fn.syntax), owner: fn.parent?.owner ?? null })
  if (fn.inline && fn.parent) flowBack(m, fn, fn.parent, values)
}

/** All that a generator yields; of one without an end, any number of items. */
function yieldedBy(m: Flow, fn: FunctionContext, values: ReadonlyMap<Binding, NodeId>): NodeId | null {
  const list = fn.yielded && values.get(fn.yielded)
  if (list || fn.yields.length === 0) return list ?? null
  return add(m, fn.syntax, { type: 'list', items: [], every: merge(m, fn.syntax, fn.yields) })
}

/** Ends the body of a function or of the module: the bodies that were put off come last. */
export function finishBody(m: Flow): void {
  const { env, exits } = m.fn
  if (!env.dead) exits.push(env.since(0, 0))
  drain(m)
}

/** Puts a body off until all constants around it have their values. */
export function defer(m: Flow, run: () => void): void {
  const { scope } = m
  m.fn.deferred.push(() => {
    m.scope = scope
    run()
  })
}

function drain(m: Flow): void {
  for (let next = m.fn.deferred.shift(); next; next = m.fn.deferred.shift()) next()
}

/** True when the value is the parameter's own object, after changes. */
function reaches(m: Flow, value: NodeId, parameter: NodeId): boolean {
  const seen = new Set<NodeId>()
  const open = [value]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const node = nodeOf(m, id)
    if (node.type === 'assigned' || node.type === 'changed') {
      if (node.object === parameter) return true
      open.push(node.object)
    } else if (node.type === 'merge') for (const option of node.options) open.push(option.node)
    else if (node.type === 'rounds') open.push(node.otherwise)
  }
  return false
}

/** An inline function runs where it stands, perhaps: what it did to variables around it may have happened. */
function flowBack(m: Flow, fn: FunctionContext, parent: FunctionContext, values: ReadonlyMap<Binding, NodeId>): void {
  for (const [binding, after] of values) {
    if (binding.owner === fn.syntax || (binding.kind === 'this' && fn.self !== parent.self)) continue
    const before = current(m, parent, binding)
    if (before === undefined || isBlank(m, before) || !isTold(m, after)) continue
    const owner = parent.owner
    const span = spanOf(m, fn.syntax)
    const options = [before, after].map((node) => ({ node, when: [] }))
    // Of a receiver it is taken that the function has run.
    const otherwise = binding.kind === 'this' ? after : m.builder.add({ type: 'merge', reason: 'branch', options, span, owner })
    parent.env.set(binding, m.builder.add({ type: 'rounds', of: fn.id!, before, after, otherwise, span, owner }))
  }
}

/** True unless all that happened is that the object was passed to other functions. */
function isTold(m: Flow, end: NodeId): boolean {
  let node = nodeOf(m, end)
  while (node.type === 'changed' && node.as !== 'receiver') node = nodeOf(m, node.object)
  return node.type !== 'captured'
}
