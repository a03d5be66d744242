/** What a loss returned in the steps of a run. */
export interface Losses {
  /** Steps whose value was read, and of them those that gave NaN or an infinity. */
  count: number
  nonFinite: number
  /** Of finite values; NaN when there are none. */
  least: number
  greatest: number
}

export function lossesOf(values: ArrayLike<number>): Losses {
  const finite = Array.from(values).filter(Number.isFinite)
  const [least, greatest] = finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [NaN, NaN]
  return { count: values.length, nonFinite: values.length - finite.length, least, greatest }
}

export function poolLosses(a: Losses | undefined, b: Losses | undefined): Losses | undefined {
  if (!a || !b) return a ?? b
  const { least, greatest } = lossesOf([a.least, a.greatest, b.least, b.greatest])
  return { count: a.count + b.count, nonFinite: a.nonFinite + b.nonFinite, least, greatest }
}
