import type { Numbers } from '../numbers/numbers.js'
import type { Observation } from './observe.js'

/**
 * True when evidence has grown since it was judged, by less than twice, and in nothing that a verdict may hang on: the same things
 * were seen at all, and extremes widened by less than twice. To judge costs more than to read a small batch, and then can wait.
 */
export function onlyMore(judged: Observation, now: Observation): boolean {
  if (!near(judged.loss, now.loss, 1.05) || !alikeLosses(judged.losses, now.losses)) return false
  for (const role of roles) {
    const [a, b] = [judged.numbers[role], now.numbers[role]]
    if (a !== b && !(a && b && alike(a, b))) return false
  }
  return true
}

const roles = ['prediction', 'target', 'weights'] as const

function alike(a: Numbers, b: Numbers): boolean {
  if (b.seenRows >= 2 * a.seenRows) return false
  for (const key of marks) if (a[key] !== b[key]) return false
  for (const key of counts) if (a[key] > 0 !== b[key] > 0 || (a[key] === a.seenRows) !== (b[key] === b.seenRows)) return false
  for (const key of extremes) if (!near(a[key], b[key], 2)) return false
  return (
    near(a.rowSum.worst, b.rowSum.worst, 2) &&
    near(a.otherAxis?.worst, b.otherAxis?.worst, 2) &&
    near(a.kept?.min, b.kept?.min, 1) &&
    near(a.kept?.max, b.kept?.max, 1) &&
    a.distinct?.length === b.distinct?.length &&
    a.argmax?.length === b.argmax?.length
  )
}

function alikeLosses(a: Observation['losses'], b: Observation['losses']): boolean {
  if (!a || !b) return a === b
  const same = a.nonFinite > 0 === b.nonFinite > 0 && (a.least === a.greatest) === (b.least === b.greatest)
  return same && b.count < 2 * a.count && near(a.least, b.least, 2) && near(a.greatest, b.greatest, 2)
}

const marks = ['dtype', 'binary', 'signed', 'equalRows', 'tellingRows', 'tellingAtOnce'] as const
const counts = ['nan', 'infinite', 'outsideUnit', 'negative', 'fractions', 'oneHotRows', 'multiHotRows', 'singleRows'] as const
const extremes = ['min', 'max', 'logSumExp', 'leastGap', 'greatestGap'] as const

/** Equal, or of one sign and less than `factor` apart. */
function near(a: number | undefined, b: number | undefined, factor: number): boolean {
  if (Object.is(a, b)) return true
  if (a === undefined || b === undefined) return false
  const ratio = a / b
  return ratio > 1 / factor && ratio < factor
}
