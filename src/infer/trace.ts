import type { Claim } from '../claims.js'
import type { Related } from '../report.js'
import { mapValue } from './union.js'
import type { Value } from './value.js'

/** Steps that a trace keeps: the nearest to the loss and where the kind was made. */
const longest = 6

/** The value with one more step of its way to the loss, before those it has. */
export function noted(value: Value, step: Related): Value {
  return mapValue(value, (one) => (one.is === 'tensor' ? { ...one, claims: one.claims.map((claim) => withStep(claim, step)) } : one))
}

function withStep(claim: Claim, step: Related): Claim {
  if (claim.evidence.length >= longest) return claim
  return { ...claim, evidence: [{ from: 'source', at: step.at, note: step.note }, ...claim.evidence] }
}
