import type { Numbers } from './numbers.js'
import { enoughRows } from './thresholds.js'

/** Enough independent rows were seen to prove what their sums show. */
export function enoughSaid(numbers: Numbers): boolean {
  return numbers.tellingRows >= enoughRows(numbers.classes)
}

/** "all 64 rows sum to 1 within 2.1e-7". */
export function rowsSay({ seenRows, rowSum }: Numbers): string {
  const within = rowSum.worst === 0 ? 'exactly' : `within ${rowSum.worst.toPrecision(2)}`
  return seenRows === 1 ? `the only row sums to 1 ${within}` : `all ${seenRows} rows sum to 1 ${within}`
}
