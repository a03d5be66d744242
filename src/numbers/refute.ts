import type { Refutation } from '../claims.js'
import type { Kind } from '../kinds.js'
import type { Setting } from './claims.js'
import type { Numbers } from './numbers.js'
import { logSumExpTolerance, refutingTolerance, unitSlack } from './thresholds.js'

/** The kinds that the numbers rule out. Logits never: any real row is a legal logit row. */
export function refutations(numbers: Numbers, setting: Setting): Refutation[] {
  const found: Refutation[] = []
  const refute = (kind: Kind, note: string | undefined) => note && found.push({ kind, evidence: [{ from: 'numbers', note }] })
  refute('probabilities', notProbabilities(numbers))
  refute('distribution', notDistribution(numbers))
  refute('one-hot', notOneHot(numbers))
  refute('log-probabilities', notLogProbabilities(numbers))
  refute('class-indices', notIndices(numbers, setting))
  return found
}

function notProbabilities({ outsideUnit, firstOutsideUnit }: Numbers): string | undefined {
  return outsideUnit > 0 ? `an entry is ${short(firstOutsideUnit ?? NaN)}, outside [0, 1]` : undefined
}

function notDistribution({ classes, dtype, rowSum }: Numbers): string | undefined {
  if (classes < 2 || !(rowSum.worst > refutingTolerance(dtype, classes))) return undefined
  return `a row sums to ${short(Math.abs(rowSum.max - 1) > Math.abs(rowSum.min - 1) ? rowSum.max : rowSum.min)}, not 1`
}

function notOneHot({ classes, binary, oneHotRows, seenRows }: Numbers): string | undefined {
  if (classes < 2) return undefined
  return !binary ? 'an entry is neither 0 nor 1' : oneHotRows < seenRows ? 'a row has not exactly one 1' : undefined
}

function notLogProbabilities({ classes, dtype, max, logSumExp }: Numbers): string | undefined {
  if (max > unitSlack(dtype)) return `an entry is ${short(max)}, above 0`
  if (classes < 2 || logSumExp === undefined || logSumExp <= logSumExpTolerance(dtype, classes)) return undefined
  return `the log-sum-exp of a row is ${short(logSumExp)} away from 0`
}

function notIndices({ fractions, min, max, kept }: Numbers, { role, classes }: Setting): string | undefined {
  if (fractions > 0) return 'an entry is no integer'
  const { min: least, max: most, count } = kept ?? { min, max, count: 1 }
  if (count === 0) return undefined
  if (least < 0) return `an index is ${least}`
  if (role === 'target' && classes !== undefined && classes > 1 && most >= classes) return `an index is ${most} with ${classes} classes`
  return undefined
}

function short(x: number): string {
  return String(Number(x.toPrecision(4)))
}
