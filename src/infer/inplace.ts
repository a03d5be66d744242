import { weaker } from '../claims.js'
import { views } from '../contracts/words.js'
import type { NodeId, NodeOf } from '../graph/graph.js'
import { argumentsOf } from './calls.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { takenBy } from './indexing.js'
import { applyContract } from './operations.js'
import { isInPlace } from './steps.js'
import { mapValue } from './union.js'
import type { Lazy, Tensor, Value } from './value.js'

/** A tensor after something was put into it: `p[:, 0] = …`, `p[...] = …`, `p.data = …`. */
export function filled(engine: Engine, tensor: Tensor, { key, value }: NodeOf<'assigned'>, ctx: Context): Value {
  // Other members than its numbers say nothing of these.
  if (typeof key === 'string' && key !== 'data' && !/^-?\d+$/.test(key)) return tensor
  const put = engine.evaluate(value, ctx)
  if (key === 'data') return mapValue(put, (one) => (one.is === 'tensor' ? one : replaced(tensor, one)))
  if (isWhole(engine, key, ctx)) return mapValue(put, (one) => replaced(tensor, one))
  return mapValue(put, (one) => (tensor.blank ? filledBlank(tensor, one) : mixed(tensor, one)))
}

/** Whether an index takes all of a tensor. */
function isWhole(engine: Engine, key: string | NodeId, ctx: Context): boolean {
  if (typeof key === 'string') return false
  const taken = takenBy(engine, key, ctx)
  return taken === 'all' || taken === 'rest'
}

/** A tensor that has got all of its numbers from another. */
function replaced(tensor: Tensor, by: Value): Value {
  if (by.is !== 'tensor') return by.is === 'literal' || by.is === 'list' ? doubted(tensor, 'all of it is filled with numbers') : by
  return { ...by, facts: { ...by.facts, ...layoutOf(tensor) } }
}

/** A tensor that was made to be filled is of the kind of what is put into it, if that is all that is. */
function filledBlank(tensor: Tensor, row: Value): Tensor {
  if (row.is !== 'tensor' || row.claims.length === 0) return tensor
  if (tensor.claims.length > 0 && !sameKinds(tensor, row)) return doubted(tensor, 'it is filled with values of different kinds')
  const facts = { ...row.facts, ...layoutOf(tensor) }
  const scores = row.claims.every(({ kind }) => kind === 'logits')
  // Rows that are never filled stay zeros, which scores may be.
  return { ...tensor, ...weakenedUnless(scores, row), facts }
}

/** What a tensor keeps whatever is put into it, be it known or not. */
function layoutOf({ facts: { shape, rank, dtype } }: Tensor): Pick<Tensor['facts'], 'shape' | 'rank' | 'dtype'> {
  return { shape, rank, dtype }
}

/** Numbers that are put into a tensor mask some of its entries; other values may be anything. */
function mixed(tensor: Tensor, row: Value): Tensor {
  const { literal: _, ...rest } = tensor
  if (row.is === 'literal' || row.is === 'nothing' || (row.is === 'tensor' && row.literal?.data.length === 1)) return rest
  if (tensor.claims.length === 0 && !tensor.literal) return tensor
  if (row.is === 'tensor' && row.claims.length > 0 && sameKinds(tensor, row) && sameKinds(row, tensor)) return rest
  return doubted(tensor, 'values of another kind are put into it')
}

function sameKinds(a: Tensor, b: Tensor): boolean {
  return a.claims.every(({ kind }) => b.claims.some((claim) => claim.kind === kind))
}

function weakenedUnless(sure: boolean, { claims }: Tensor): Pick<Tensor, 'claims' | 'unknown'> {
  return { claims: sure ? claims : claims.map((claim) => ({ ...claim, strength: weaker(claim.strength, 'likely') })), unknown: undefined }
}

/** A tensor of which nothing is known any more. */
function doubted(tensor: Tensor, reason: string): Tensor {
  return { is: 'tensor', package: tensor.package, claims: [], facts: {}, ...(tensor.blank && { blank: true }), unknown: reason }
}

/** A tensor after a call that puts its result in the place of its receiver, of its first argument, or of `out`. */
export function changedTensor(engine: Engine, tensor: Tensor, step: NodeOf<'changed'>, ctx: Context): Value {
  const call = engine.graph.node(step.event)
  if (call.type !== 'call') return tensor
  if (step.as !== 'receiver' && call.args[step.as]?.keyword === 'out')
    return mapValue(engine.evaluate(step.event, ctx), (one) => replaced(tensor, one))
  if (step.as !== 'receiver' && step.as !== 0) return tensor
  const contract = step.as === 'receiver' ? ofMethod(engine, tensor, call) : ofFunction(engine, call, ctx)
  if (!contract) return isInPlace(engine.graph, step) && !isOfCopy(engine, call) ? doubted(tensor, 'it is changed in place') : tensor
  if (contract.mutates !== 'result') return tensor
  const args = argumentsOf(call, ctx)
  const site = { span: call.span, key: `${step.event}:${ctx.id}`, ctx, event: step.event }
  if (step.as === 'receiver') return applyContract(engine, contract, tensor, { ...site, args })
  return applyContract(engine, contract, undefined, { ...site, args: [{ value: tensor }, ...args.slice(1)] })
}

function ofMethod(engine: Engine, tensor: Tensor, call: NodeOf<'call'>) {
  const callee = engine.graph.node(call.callee)
  if (callee.type !== 'member' || typeof callee.key !== 'string' || isOfCopy(engine, call)) return undefined
  return engine.catalog.method(tensor.package, 'Tensor', callee.key)
}

function ofFunction(engine: Engine, call: NodeOf<'call'>, ctx: Context) {
  const callee = engine.evaluate(call.callee, ctx)
  return callee.is === 'library' ? engine.catalog.lookup(callee.package, callee.path) : undefined
}

/** Whether a method is called on what another call has made anew, as in `p.clone().log_()`. */
function isOfCopy({ graph }: Engine, { callee }: NodeOf<'call'>): boolean {
  let at = graph.node(callee)
  while (at.type === 'member') {
    const inner = graph.node(at.object)
    if (inner.type !== 'call') return false
    const made = graph.node(inner.callee)
    if (made.type !== 'member' || typeof made.key !== 'string' || !(views.has(made.key) || made.key.endsWith('_'))) return true
    at = made
  }
  return false
}

/** A tensor, or what is taken for its scores, of which the member that holds them is another. */
export function withContent(engine: Engine, tensor: Tensor, key: string | undefined, value: Lazy): Value | undefined {
  const contract = key === undefined ? undefined : engine.catalog.method(tensor.package, 'Tensor', key)
  if (!contract?.property || contract.gives !== 'itself') return undefined
  return mapValue(engine.force(value), (one) => (one.is === 'tensor' ? { ...one, package: tensor.package } : one))
}
