import { closest, distance } from 'fastest-levenshtein'

/** The candidate that is most like `text`, when it differs in at most a third of its letters, case aside. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const lower = candidates.map((each) => each.toLowerCase())
  const best = closest(text.toLowerCase(), lower)
  const allowed = Math.max(2, Math.floor(best.length / 3))
  return distance(text.toLowerCase(), best) <= allowed ? candidates[lower.indexOf(best)] : undefined
}
