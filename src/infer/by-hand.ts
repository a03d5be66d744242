import { call } from '../contracts/contract.js'
import type { NodeOf } from '../graph/graph.js'
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

const kinds = { softmax: 'distribution', sigmoid: 'probabilities' } as const

function applied(engine: Engine, { span }: NodeOf<'operator'>, { name, exponential: { contract, inputs } }: Activation): Value {
  const activation = call(contract.package, name, { source: 'the definition of the activation' })
  const operation = {
    engine,
    contract: activation,
    at: engine.graph.place(span),
    note: `a ${name} is written out here`,
    options: new Map(),
  }
  return outcome(kinds[name], operation, inputs)
}
