import { type Contract, call } from '../contracts/contract.js'
import type { NodeOf, Span } from '../graph/graph.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { outcome } from './tensors.js'
import type { Value } from './value.js'
import { bare, computes, keyOf, numberIn, type Operation, operandsOf, operationOf, settled, type Written } from './written.js'

/** What a quotient gives that spells out an activation. */
export function activationByHand(engine: Engine, node: NodeOf<'operator'>, ctx: Context): Value | undefined {
  const found = node.operator === '/' ? activationIn(engine, operandsOf(engine, node, ctx)) : undefined
  return found && applied(engine, node, found)
}

interface Activation {
  name: 'softmax' | 'sigmoid'
  exponential: Operation
}

/** An activation, and the library and inputs of what it is written out in. */
interface Applied {
  name: keyof typeof kinds
  exponential: Pick<Operation, 'contract' | 'inputs'>
}

/** The activation that a quotient is: `e / sum(e)` of exponentials, or `1 / (1 + exp(x))`. */
export function activationIn(engine: Engine, [above, below]: readonly Written[]): Activation | undefined {
  if (!above || !below) return undefined
  const total = operationOf(engine, bare(engine, below))
  const name = computes(total, 'total') ? 'softmax' : computes(total, 'sum') ? 'sigmoid' : undefined
  const exponential = name && (name === 'softmax' ? softmaxOf : sigmoidOf)(engine, above, total!)
  return exponential && { name, exponential }
}

/** The exponential of which each entry is divided by the sum. */
function softmaxOf(engine: Engine, above: Written, { inputs: [summed] }: Operation): Operation | undefined {
  const exponential = exponentialIn(engine, above)
  return exponential && summed && keyOf(engine, summed) === keyOf(engine, above) ? exponential : undefined
}

/** `exp(x)` over `1 + exp(x)`, or 1 over that: whatever the sign of `x`, it is between 0 and 1. */
function sigmoidOf(engine: Engine, above: Written, { inputs }: Operation): Operation | undefined {
  const [exponential, another] = inputs.flatMap((input) => exponentialIn(engine, input) ?? [])
  if (!exponential || another || !inputs.some((input) => numberIn(engine, input) === 1)) return undefined
  if (numberIn(engine, above) === 1) return exponential
  const added = inputs.find((input) => exponentialIn(engine, input))
  return added && keyOf(engine, added) === keyOf(engine, above) ? exponential : undefined
}

function exponentialIn(engine: Engine, value: Written): Operation | undefined {
  const found = operationOf(engine, settled(engine, value))
  return computes(found, 'exp') ? found : undefined
}

/** What a difference gives that spells out a log-softmax: `x - logSumExp(x)`, however the two are written. */
export function logSoftmaxByHand(engine: Engine, contract: Contract, { inputs, span }: Difference): Value | undefined {
  const [scores, total] = inputs
  if (!scores || !total || !isLogSumExpOf(engine, total, scores)) return undefined
  return applied(engine, { span }, { name: 'logSoftmax', exponential: { contract, inputs: [scores] } })
}

interface Difference {
  inputs: readonly Written[]
  span: Span
}

/** Whether a value is the logarithm of the sum of the exponentials of another. */
export function isLogSumExpOf(engine: Engine, value: Written, scores: Written): boolean {
  const outer = operationOf(engine, bare(engine, value))
  const exponents = computes(outer, 'log-sum-exp') ? outer?.inputs[0] : computes(outer, 'log') ? summedExponents(engine, outer) : undefined
  return exponents !== undefined && keyOf(engine, exponents) === keyOf(engine, scores)
}

function summedExponents(engine: Engine, log: Operation | undefined): Written | undefined {
  const total = log?.inputs[0] && operationOf(engine, bare(engine, log.inputs[0]))
  const summed = computes(total, 'total') ? total?.inputs[0] : undefined
  return summed && exponentialIn(engine, summed)?.inputs[0]
}

const kinds = { softmax: 'distribution', sigmoid: 'probabilities', logSoftmax: 'log-probabilities' } as const

const written = { softmax: 'softmax', sigmoid: 'sigmoid', logSoftmax: 'log-softmax' } as const

function applied(engine: Engine, { span }: { span: Span }, { name, exponential: { contract, inputs } }: Applied): Value {
  const activation = call(contract.package, written[name], { source: 'the definition of the activation' })
  const operation = {
    engine,
    contract: activation,
    at: engine.graph.place(span),
    note: `a ${written[name]} is written out here`,
    options: new Map(),
  }
  return outcome(kinds[name], operation, inputs)
}
