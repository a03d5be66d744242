import type { Histogram } from '../report.js'

/** An odd number, so that the middle of the axis is the middle of a step. */
const steps = 41

/** Counts the finite numbers among those given, from `least` to `greatest`; no counts when none are given. */
export function histogram(numbers: readonly number[], least: number, greatest: number): Histogram {
  const finite = Number.isFinite(least) && Number.isFinite(greatest)
  const [low, high] = finite ? [least, greatest] : ends(numbers)
  const room = high > low ? 0 : 0.5
  const [from, to] = [low - room, high + room]
  if (numbers.length === 0) return { from, to, counts: [] }
  const counts = new Array<number>(steps).fill(0)
  for (const number of numbers) {
    if (!(number >= from && number <= to)) continue
    const step = Math.min(steps - 1, Math.floor(((number - from) / (to - from)) * steps))
    counts[step] = counts[step]! + 1
  }
  return { from, to, counts }
}

/** Where infinities are among the numbers, the finite ones are drawn. */
function ends(numbers: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const number of numbers) {
    if (!Number.isFinite(number)) continue
    if (number < low) low = number
    if (number > high) high = number
  }
  return low <= high ? [low, high] : [0, 0]
}
