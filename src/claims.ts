import { isA, type Kind } from './kinds.js'
import type { Place } from './place.js'

/** How sure: `proved` every path or number leads there; `likely` some do; `possible` only a name suggests it. */
export const strengths = ['possible', 'likely', 'proved'] as const
export type Strength = (typeof strengths)[number]

export type Evidence =
  /** A step of source, such as "softmax applied here". */
  | { from: 'source'; at: Place; note: string }
  /** What a layer of a model that was built does, such as "softmax applied by `dense_2`". */
  | { from: 'model'; note: string }
  /** A measured number, such as "64 rows of 10 sum to 1 within 2e-7". */
  | { from: 'numbers'; note: string }
  /** The user said so. */
  | { from: 'declaration'; at?: Place; note: string }

/** "This value is of that kind." */
export interface Claim {
  kind: Kind
  strength: Strength
  evidence: readonly Evidence[]
  /** Only the operation suggests it: a product, of values of which none is known to be learnt or a score. */
  assumed?: true
}

/** "This value cannot be of that kind": numbers refute, source never does. */
export interface Refutation {
  kind: Kind
  evidence: readonly Evidence[]
}

/** What is known of a value beside its kind. */
export interface Facts {
  /** Entries along the class axis. */
  classes?: number
  /** Sizes of all axes; `null` where unknown, such as the batch. */
  shape?: readonly (number | null)[]
  dtype?: string
  /** Axes that it has at least, where more than one is known of: then the first is that of a batch. */
  rank?: number
  /** Axis along which the value was normalised, as written (-1 is the last). */
  axis?: number
  /** The call or option that made the kind, as the user would name it: `softmax`. */
  madeBy?: string
  /** Scores that cannot leave an interval, and what confines them: `relu` to [0, ∞), `tanh` to [-1, 1]. */
  bounded?: { by: string; low: number; high: number; at?: Place }
  /** Its numbers are learnt in training: a weight, or a part of one. */
  learnt?: true
  /** An activation that was applied to a value which was normalised already. */
  twice?: { first: string; second: string; got: Kind; at?: Place }
  /** The role in which training hands it to a loss function: labels come first, whatever the parameters are called. */
  handed?: 'prediction' | 'target'
  /** A literal or computed value, when it is a single number. */
  value?: number
}

/** The weaker of two strengths. */
export function weaker(a: Strength, b: Strength): Strength {
  return strengths.indexOf(a) < strengths.indexOf(b) ? a : b
}

/** True when `a` is at least as strong as `b`. */
export function atLeast(a: Strength, b: Strength): boolean {
  return strengths.indexOf(a) >= strengths.indexOf(b)
}

/** The claim to reason from: the strongest, and among equals the most special kind. */
export function bestOf(claims: readonly Claim[]): Claim | undefined {
  let best: Claim | undefined
  for (const claim of claims)
    if (!best || (atLeast(claim.strength, best.strength) && (claim.strength !== best.strength || isA(claim.kind, best.kind)))) best = claim
  return best
}
