/**
 * Sums over the first axis of a `[rows, columns]` tensor: near 1 when it was normalised over the batch. Reads about
 * `budget` entries, whole columns at a time, because a sample of rows would say nothing of their sums.
 */
export function columnSums(
  data: ArrayLike<number>,
  rows: number,
  columns: number,
  budget: number,
): { min: number; max: number; worst: number } | undefined {
  if (rows < 2) return undefined
  const seen = Math.min(columns, Math.max(fewestColumns, Math.floor(budget / rows)))
  const sums = { min: Infinity, max: -Infinity, worst: 0 }
  for (let i = 0; i < seen; i++) {
    let sum = 0
    const column = Math.floor((i * columns) / seen)
    for (let r = 0, at = column; r < rows; r++, at += columns) sum += data[at]!
    sums.min = Math.min(sums.min, sum)
    sums.max = Math.max(sums.max, sum)
    sums.worst = Math.max(sums.worst, Math.abs(sum - 1))
  }
  return sums
}

/** With four columns chance is as small as with four rows. */
const fewestColumns = 4
