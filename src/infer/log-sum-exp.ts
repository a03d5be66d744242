import { bestOf, weaker } from '../claims.js'
import { lastName } from '../contracts/catalog.js'
import type { Contract } from '../contracts/contract.js'
import { type Tensor, unknown, type Value } from './value.js'

/** What a step towards a log-sum-exp gives: the exponential of scores, its total, the logarithm of that, or all at once. */
export function towardsLogSumExp(contract: Contract, value: Value | undefined): Tensor | undefined {
  const { computes } = contract
  if (computes === 'log-sum-exp') return step(contract, 'logarithm')
  if (value?.is !== 'tensor') return undefined
  if (computes === 'exp' && bestOf(value.claims)?.kind === 'logits') return step(contract, 'exponential')
  if (computes === 'total' && value.towards === 'exponential') return step(contract, 'total')
  return computes === 'log' && value.towards === 'total' ? step(contract, 'logarithm') : undefined
}

function step(contract: Contract, towards: NonNullable<Tensor['towards']>): Tensor {
  const reason = `it comes from \`${lastName(contract)}\`, whose result is of no known kind`
  return { is: 'tensor', package: contract.package, claims: [], facts: {}, unknown: reason, towards }
}

/** Scores without their log-sum-exp, likely that of their own rows. */
export function withoutLogSumExp(tensor: Tensor): Value {
  const claim = bestOf(tensor.claims)
  if (claim?.kind !== 'logits') return unknown(`${claim?.kind ?? 'an unknown value'} minus a log-sum-exp may mean anything`)
  const { bounded: _, ...facts } = tensor.facts
  return { ...tensor, claims: [{ ...claim, kind: 'log-probabilities', strength: weaker(claim.strength, 'likely') }], facts }
}
