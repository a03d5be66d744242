import { chanceOf } from './chance.js'
import type { Numbers } from './numbers.js'
import { enoughRows } from './thresholds.js'

/** Enough independent rows were seen to prove what their sums show. */
export function enoughSaid(numbers: Numbers): boolean {
  return numbers.tellingRows >= enoughRows(numbers.classes)
}

/** "4,096 rows of 10 sum to 1 within 2e-7; scores would do so by chance with probability under 1e-100". */
export function rowsSay(numbers: Numbers): string {
  const { worst } = numbers.rowSum
  return `${rowsOf(numbers, 'sum', 'sums')} to 1 ${within(worst)}${byChance(numbers, worst)}`
}

/** The same of rows of log-probabilities. */
export function logRowsSay(numbers: Numbers, logSumExp: number): string {
  return `${rowsOf(numbers, 'have', 'has')} a log-sum-exp of 0 ${within(logSumExp)}${byChance(numbers, logSumExp)}`
}

function rowsOf({ seenRows, classes }: Numbers, many: string, one: string): string {
  return seenRows === 1 ? `the only row of ${classes} ${one}` : `${grouped(seenRows)} rows of ${classes} ${many}`
}

function within(off: number): string {
  return off === 0 ? 'exactly' : `within ${Number(off.toPrecision(1))}`
}

/** Rows that are one-hot, or nearly, can be anything: of them nothing is said. */
function byChance(numbers: Numbers, off: number): string {
  const exponent = Math.max(leastExponent, Math.ceil(chanceOf(numbers, off)))
  if (exponent >= 0) return ''
  return `; scores would do so by chance with probability under ${exponent < -3 ? `1e${exponent}` : String(10 ** exponent)}`
}

/** Below this a smaller number says no more. */
const leastExponent = -100

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
