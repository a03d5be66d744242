import type { Computation, Contract } from '../contracts/contract.js'
import type { Element, Node, NodeId, NodeOf, Span } from '../graph/graph.js'
import { remembered } from '../remembered.js'
import { type Context, root } from './context.js'
import type { Engine } from './engine.js'
import { contractOf } from './found-use.js'
import { namedMethod } from './named-method.js'
import { isNegligible, negligible } from './negligible.js'
import { argumentFor } from './parameters.js'
import { computedBy } from './signs.js'
import { numberOf } from './tensors.js'
import { optionsOf, type Value } from './value.js'

/** A value where it is written, as seen from a call. */
export interface Written {
  node: NodeId
  ctx: Context
  span: Span
}

/** A call of a library's operation, or a sign that stands for one, with the values that it is given. */
export interface Operation {
  contract: Contract
  inputs: readonly Written[]
  /** Only its name says that it is this operation. */
  guessed: boolean
}

/** The value behind variables, and behind parameters where the call is known; its place stays that of where it was asked for. */
export function settled(engine: Engine, from: Written): Written {
  let at = from
  for (let steps = 0; steps < longestWay; steps++) {
    const next = behind(engine, at)
    if (!next) break
    at = { ...at, ...next }
  }
  return at
}

/** Variables that a value may pass through. */
const longestWay = 64

function behind(engine: Engine, { node: id, ctx }: Written): Pick<Written, 'node' | 'ctx'> | undefined {
  const node = engine.graph.node(id)
  if (node.type === 'alias') return { node: node.value, ctx }
  // Operations leave their arguments as they are.
  if (node.type === 'changed') return { node: node.object, ctx }
  if (node.type === 'captured') {
    const { ends } = engine.graph.variable(node.variable)
    return ends.length === 1 ? { node: ends[0]!.node, ctx } : undefined
  }
  return node.type === 'parameter' ? argumentFor(engine, node, ctx) : undefined
}

export function operationOf(engine: Engine, { node, ctx }: Written): Operation | undefined {
  const call = engine.graph.node(node)
  if (call.type === 'operator' || call.type === 'member') return ofSign(engine, call, ctx)
  if (call.type !== 'call' || call.construct) return undefined
  const callee = engine.graph.node(call.callee)
  const found = called(engine, call.callee, callee, ctx)
  if (!found) return undefined
  const receiver = found.chained && callee.type === 'member' ? [{ node: callee.object, ctx, span: callee.written ?? callee.span }] : []
  const given = argumentsFor(found.contract, call, receiver.length).map((arg): Written => ({ node: arg.node, ctx, span: arg.span }))
  return { contract: found.contract, inputs: [...receiver, ...given], guessed: found.guessed }
}

function ofSign(engine: Engine, node: NodeOf<'operator'> | NodeOf<'member'>, ctx: Context): Operation | undefined {
  const contract = computedBy(engine, node, ctx)
  return contract && { contract, inputs: operandsOf(engine, node, ctx), guessed: false }
}

/** Operands have no places of their own: those of variables are known by what they are part of only. */
export function operandsOf(engine: Engine, node: NodeOf<'operator'> | NodeOf<'member'>, ctx: Context): readonly Written[] {
  if (node.type === 'member') return [{ node: node.object, ctx, span: node.written ?? node.span }]
  return node.operands.map((operand) => {
    const { span } = engine.graph.node(operand)
    const within = span.file === node.span.file && span.start >= node.span.start && span.end <= node.span.end
    return { node: operand, ctx, span: within ? span : node.span }
  })
}

/** Arguments by position, then those by the names of parameters that are left, in their order. */
function argumentsFor(contract: Contract, { args }: NodeOf<'call'>, before: number): readonly Element[] {
  const given = args.filter((arg) => !arg.spread && arg.keyword === undefined)
  const named = contract.takes.slice(before + given.length).flatMap(({ name }) => args.find((arg) => arg.keyword === name) ?? [])
  return [...given, ...named]
}

/** What is called. Of a value that is not known, the library's method has to be known by its name. */
function called(
  engine: Engine,
  id: NodeId,
  callee: Node,
  ctx: Context,
): { contract: Contract; chained: boolean; guessed: boolean } | undefined {
  const values = optionsOf(engine.evaluate(id, ctx))
  const found = values.map((value) => {
    if (value.is === 'unknown' || value.is === 'nothing') return methodNamed(engine, callee)
    return value.is === 'function' ? undefined : applied(engine, value)
  })
  const [contract] = found
  if (!contract || found.some((other) => other !== contract)) return undefined
  return {
    contract,
    chained: values.every(({ is }) => is !== 'library'),
    guessed: values.every(({ is }) => is === 'unknown' || is === 'nothing'),
  }
}

/** The operation that a call applies: what makes a layer applies nothing, and the layer does. */
function applied(engine: Engine, value: Value): Contract | undefined {
  if (value.is === 'object' && value.contract?.makes && value.contract.computes) return value.contract
  const contract = contractOf(engine, value)
  return contract?.makes ? undefined : contract
}

function methodNamed(engine: Engine, callee: Node): Contract | undefined {
  return callee.type === 'member' && typeof callee.key === 'string' ? namedMethod(engine, callee.span.file, callee.key) : undefined
}

export function computes(operation: Operation | undefined, ...computations: readonly Computation[]): boolean {
  return operation?.contract.computes !== undefined && computations.includes(operation.contract.computes)
}

/** The single number that a value is, when the source shows it. */
export function numberIn(engine: Engine, { node, ctx }: Written): number | undefined {
  return numberOf(engine.evaluate(node, ctx))
}

/** The value without what changes next to nothing in it: reshaping, a clamp, a small number added. */
export function bare(engine: Engine, from: Written): Written {
  let at = settled(engine, from)
  for (let steps = 0; steps < longestWay; steps++) {
    const inner = within(engine, at)
    if (!inner) break
    at = settled(engine, inner)
  }
  return at
}

function within(engine: Engine, at: Written): Written | undefined {
  const operation = operationOf(engine, at)
  const [first, second] = operation?.inputs ?? []
  if (!operation || !first) return undefined
  const { gives } = operation.contract
  if (gives === 'itself' || gives === 'same' || gives === 'at-least' || gives === 'at-most' || gives === 'between') return first
  if (!second) return undefined
  if (computes(operation, 'sum', 'difference') && isSmall(engine, second)) return first
  return computes(operation, 'sum') && isSmall(engine, first) ? second : undefined
}

function isSmall(engine: Engine, value: Written): boolean {
  return isNegligible(engine.evaluate(value.node, value.ctx))
}

/** `x` of `1 - x`. */
export function complemented(engine: Engine, value: Written): Written | undefined {
  const operation = operationOf(engine, bare(engine, value))
  const [first, second] = operation?.inputs ?? []
  if (!first || !second) return undefined
  if (computes(operation, 'difference')) return isOne(engine, first) ? second : undefined
  if (!computes(operation, 'sum')) return undefined
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const negated = operationOf(engine, bare(engine, other))
    if (computes(negated, 'negation') && negated?.inputs[0] && isOne(engine, one)) return negated.inputs[0]
  }
  return undefined
}

function isOne(engine: Engine, value: Written): boolean {
  if (computes(operationOf(engine, settled(engine, value)), 'ones')) return true
  const number = numberIn(engine, value)
  return number !== undefined && Math.abs(number - 1) <= negligible
}

/** Calls within calls that are compared. */
const deepestKey = 8

const keys = new WeakMap<Engine, Map<string, string>>()

/** A text that two values share when they are the same computation of the same values. */
export function keyOf(engine: Engine, from: Written, depth = 0): string {
  const at = bare(engine, from)
  return remembered(
    remembered(keys, engine, () => new Map()),
    `${at.node}:${at.ctx.id}`,
    () => newKey(engine, at, depth),
  )
}

function newKey(engine: Engine, at: Written, depth: number): string {
  const node = engine.graph.node(at.node)
  const own = `#${at.node}:${engine.frame(at.ctx, node.owner).id}`
  if (depth > deepestKey) return own
  const inner = (value: Written) => keyOf(engine, value, depth + 1)
  switch (node.type) {
    case 'literal':
      return JSON.stringify(node.value) ?? 'undefined'
    case 'captured':
      return `variable ${node.variable}`
    case 'this':
      return 'this'
    case 'member':
      return `${inner({ ...at, node: node.object })}.${typeof node.key === 'string' ? node.key : inner({ ...at, node: node.key })}`
    case 'operator':
      return signKey(engine, at, node, inner)
    case 'call':
      return callKey(engine, at, node, inner)
    default:
      return own
  }
}

function callKey(engine: Engine, at: Written, call: NodeOf<'call'>, inner: (value: Written) => string): string {
  const operation = operationOf(engine, at)
  if (!operation) {
    const args = call.args.map((arg) => inner({ ...at, node: arg.node }))
    return `${inner({ ...at, node: call.callee })}(${args.join()})`
  }
  const [first] = operation.inputs
  if (computes(operation, 'exp') && first) {
    const log = operationOf(engine, bare(engine, first))
    if (computes(log, 'log')) return inner(log!.inputs[0]!)
    if (computes(log, 'log-softmax')) return softmaxKey(inner(log!.inputs[0]!))
  }
  if (computes(operation, 'softmax') && first) return softmaxKey(inner(first))
  return operationKey(operation, inner)
}

function signKey(engine: Engine, at: Written, node: NodeOf<'operator'>, inner: (value: Written) => string): string {
  const operation = operationOf(engine, at)
  if (operation?.contract.computes) return operationKey(operation, inner)
  return `${node.operator}(${node.operands.map((operand) => inner({ ...at, node: operand })).join()})`
}

/** However it is spelled. */
function operationKey({ contract, inputs }: Operation, inner: (value: Written) => string): string {
  return `${contract.computes ?? contract.id}(${inputs.map(inner).join()})`
}

/** The key of what softmax makes of a value. */
export function softmaxKey(key: string): string {
  return `softmax(${key})`
}

/** Where a value that a parameter brings is written in the call under evaluation, when the call is known; else as it was. */
export function writtenByCaller(
  engine: Engine,
  from: Written,
  calls: ReadonlyMap<Context, Pick<Written, 'ctx'> & { call: NodeOf<'call'> }>,
): Written {
  let found = from
  let at: Written | undefined = from
  for (let steps = 0; at && steps < longestWay; steps++) {
    const node = engine.graph.node(at.node)
    if (node.type === 'alias') at = { ...at, node: node.value }
    else if (node.type === 'changed') at = { ...at, node: node.object }
    else if (node.type === 'parameter') {
      const made = calls.get(engine.frame(at.ctx, node.function))
      const arg = made && argumentOf(made.call, node)
      if (!made || !arg || arg.spread) return found
      found = at = { node: arg.node, ctx: made.ctx, span: arg.span }
    } else at = within(engine, at)
  }
  return found
}

function argumentOf({ args }: NodeOf<'call'>, { index, name }: NodeOf<'parameter'>): Element | undefined {
  const named = args.find((arg) => arg.keyword === name)
  return named ?? (args[index]?.keyword === undefined ? args[index] : undefined)
}

export function valueAt(engine: Engine, { node, ctx }: Written): Value {
  return engine.question(() => engine.evaluate(node, ctx))
}

export function atRoot(node: NodeId, span: Span): Written {
  return { node, ctx: root, span }
}
