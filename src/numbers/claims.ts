import { atLeast, type Claim, type Refutation, type Strength } from '../claims.js'
import { isA, type Kind } from '../kinds.js'
import { enoughSaid, logRowsSay, rowsSay } from './evidence.js'
import type { Numbers } from './numbers.js'
import { refutations } from './refute.js'
import { enoughValues, fewestRows, refutingTolerance, rowSumTolerance, spread, tellingMaximum } from './thresholds.js'

/** What else is known of the call that the tensor is an argument of. */
export interface Setting {
  role: 'prediction' | 'target'
  /** The class axis of the loss. */
  axis: number | 'elementwise'
  /** Shape of the other argument, when it is known. */
  other?: readonly (number | null)[]
  /** Class count of the prediction, when the loss has classes. */
  classes?: number
  /** Class index that the loss skips. */
  ignoreIndex?: number | null
}

/**
 * What measured numbers support and what they rule out. A refutation is final. A claim never is of a refuted kind; it is
 * `proved` only when enough independent rows leave no other reading, and never by a single row.
 */
export function claimsFrom(numbers: Numbers, setting: Setting): { claims: Claim[]; refuted: Refutation[] } {
  if (numbers.seenRows === 0 || Number.isNaN(numbers.min)) return { claims: [], refuted: [] }
  const refuted = refutations(numbers, setting)
  const candidates = [
    distribution(numbers),
    oneHot(numbers, setting),
    logProbabilities(numbers),
    probabilities(numbers, setting),
    indices(numbers, setting),
    logits(numbers, setting, refuted),
  ]
  const claims = candidates.filter((each) => each !== undefined && !refuted.some(({ kind }) => isA(each.kind, kind))) as Claim[]
  return { claims: claims.filter((each) => !claims.some((other) => says(other, each))), refuted }
}

/** One claim says all that another does: of a kind below, and no weaker. */
function says(one: Claim, other: Claim): boolean {
  return one !== other && one.kind !== other.kind && isA(one.kind, other.kind) && atLeast(one.strength, other.strength)
}

function distribution(numbers: Numbers): Claim | undefined {
  const { classes, dtype, rowSum } = numbers
  if (classes < 2 || numbers.outsideUnit > 0 || numbers.nan + numbers.infinite > 0) return undefined
  if (!(rowSum.worst <= refutingTolerance(dtype, classes))) return undefined
  const close = rowSum.worst <= rowSumTolerance(dtype, classes)
  return claim('distribution', enoughSaid(numbers) ? 'proved' : close ? 'likely' : 'possible', rowsSay(numbers))
}

/**
 * As a target, rows of exactly one 1 are one-hot labels. As a prediction they may be a saturated softmax, and a single
 * one is better called a distribution.
 */
function oneHot(numbers: Numbers, { role }: Setting): Claim | undefined {
  const { classes, seenRows, oneHotRows } = numbers
  if (classes < 2 || oneHotRows < seenRows) return undefined
  const strength = role === 'target' ? (seenRows >= fewestRows ? 'proved' : 'likely') : seenRows > 1 ? 'likely' : 'possible'
  return claim('one-hot', strength, seenRows === 1 ? 'the row is one-hot' : `all ${seenRows} rows are one-hot`)
}

/** Logits shifted by their maximum look the same while every row is sure of its class. */
function logProbabilities(numbers: Numbers): Claim | undefined {
  if (numbers.classes < 2 || numbers.logSumExp === undefined) return undefined
  const strength = enoughSaid(numbers) ? 'proved' : numbers.max < Math.log(tellingMaximum) ? 'likely' : 'possible'
  return claim('log-probabilities', strength, logRowsSay(numbers, numbers.logSumExp))
}

/** Values that stay in [0, 1] without rows that sum to 1: weak, since scores of one unit can do so together. */
function probabilities(numbers: Numbers, { role, axis }: Setting): Claim | undefined {
  if (numbers.outsideUnit > 0 || numbers.nan > 0 || (axis !== 'elementwise' && numbers.classes < 2)) return undefined
  // Labels take exact values that no continuous output does.
  if (role === 'target' && numbers.binary) return claim('probabilities', 'likely', 'every entry is 0 or 1')
  const values = numbers.seenRows * numbers.classes
  const spreads = numbers.min < spread && numbers.max > 1 - spread
  const believable = role === 'target' || (numbers.min > 0 && (spreads || numbers.classes >= enoughValues))
  return claim('probabilities', values >= enoughValues && believable ? 'likely' : 'possible', `all ${values} values lie in [0, 1]`)
}

/** Integers of one rank less than the other argument. What is out of range is refuted elsewhere. */
function indices(numbers: Numbers, { role, axis, other, classes }: Setting): Claim | undefined {
  if (axis === 'elementwise' || numbers.classes > 1 || numbers.fractions + numbers.nan + numbers.infinite > 0) return undefined
  const { shape, dtype } = numbers
  const lessByOne = other !== undefined && shape.length === other.length - 1
  const column = shape.length > 1 && shape.at(-1) === 1 && (other?.at(-1) ?? classes ?? 1) !== 1
  if (!lessByOne && !column) return undefined
  const integers = isInteger(dtype)
  if (role === 'prediction' && !integers && numbers.max <= 1) return undefined
  const strength = role === 'target' && integers ? 'proved' : 'likely'
  return claim('class-indices', strength, `integers of shape [${shape.join(', ')}]`)
}

/** Any real row is a legal logit row; it is called one when it can be nothing else. No library computes scores in integers. */
function logits(numbers: Numbers, setting: Setting, refuted: readonly Refutation[]): Claim | undefined {
  if (setting.role === 'prediction' && isInteger(numbers.dtype)) return undefined
  const ruledOut = (kind: Kind) => refuted.some((each) => each.kind === kind)
  if (!ruledOut('probabilities') || !(ruledOut('log-probabilities') || numbers.classes < 2)) return undefined
  if (numbers.fractions === 0 && mayBeLabels(numbers, setting)) return undefined
  return claim('logits', 'likely', `entries from ${short(numbers.min)} to ${short(numbers.max)}`)
}

/** Integers: class indices with an ignore index, counts, labels of -1 and +1. */
function mayBeLabels(numbers: Numbers, { role, axis }: Setting): boolean {
  if (role === 'target') return numbers.classes < 2 || numbers.negative === 0 || numbers.signed
  return numbers.classes < 2 && axis !== 'elementwise'
}

function isInteger(dtype: string): boolean {
  return /int|long|short/i.test(dtype)
}

function claim(kind: Kind, strength: Strength, note: string): Claim {
  return { kind, strength, evidence: [{ from: 'numbers', note }] }
}

function short(x: number): string {
  return String(Number(x.toPrecision(4)))
}
