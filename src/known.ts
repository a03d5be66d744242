import { bestOf, type Claim, type Facts } from './claims.js'
import { isA } from './kinds.js'
import type { Place } from './place.js'

/** What is known of a value, whether source shows it or a model that was built. */
export interface Known {
  claims: readonly Claim[]
  facts: Facts
  /** Why it has no claims. */
  unknown?: string | undefined
}

/** The result of an activation: it keeps its input's class count, and tells when the input had been normalised before. */
export function normalised<T extends Known>(made: T, input: Known, name: string, at?: Place): T {
  const got = bestOf(input.claims)?.kind
  const again = got && isA(got, 'probabilities') && bestOf(made.claims)?.kind !== 'logits'
  const classes = made.facts.classes ?? input.facts.classes
  const twice = again ? { first: input.facts.madeBy ?? got, second: name, got, ...(at && { at }) } : undefined
  const carried = twice ? (bestOf(input.claims)?.evidence ?? []) : []
  const claims = made.claims.map((claim) => ({ ...claim, evidence: [...claim.evidence, ...carried] }))
  return { ...made, claims, facts: { ...made.facts, ...(classes === undefined ? {} : { classes }), ...(twice ? { twice } : {}) } }
}

/** Scores that an activation confines to an interval are scores still; of anything else nothing is known any more. */
export function confined<T extends Known>(value: T, by: string, [low, high]: readonly [number, number], at?: Place): T {
  if (bestOf(value.claims)?.kind !== 'logits') return { ...value, claims: [], unknown: `after \`${by}\` the numbers may mean anything` }
  return { ...value, facts: { ...value.facts, bounded: { by, low, high, ...(at && { at }) } } }
}

/** Whether a product with it, or a sum, is a score because of it: it is learnt, or known to be a score itself. */
export function makesScores({ claims, facts }: Known): boolean {
  const claim = bestOf(claims)
  return facts.learnt === true || (claim?.kind === 'logits' && !claim.assumed)
}

/** Scores that are free of bounds: the only values whose sums and scalings are known to be scores. */
export function isFreeScores({ claims, facts }: Known): boolean {
  return bestOf(claims)?.kind === 'logits' && !facts.bounded
}

/** Entries of a tensor, it is not known which: of rows that sum to 1 they may be whole rows or not. */
export function part({ claims, facts: { bounded, madeBy, dtype, learnt }, unknown }: Known): Known {
  const kept = claims.flatMap((claim): Claim[] => {
    if (claim.kind === 'log-probabilities') return [{ ...claim, strength: 'possible' }]
    if (!isA(claim.kind, 'distribution')) return [claim]
    return [
      { ...claim, kind: 'probabilities' },
      { ...claim, strength: 'possible' },
    ]
  })
  const facts: Facts = { ...(bounded && { bounded }), ...(madeBy && { madeBy }), ...(dtype && { dtype }), ...(learnt && { learnt }) }
  return { claims: kept, facts, unknown }
}
