import type { Fix } from '../report.js'
import { fixOf, type Site, type Written, writtenIn } from './site.js'
import { hasComment } from './surgery.js'

/** Exchanges what is written for prediction and target in the loss call, where no comment says what is what. */
export function swap(site: Site): Fix[] {
  const { prediction, target } = site.written?.args ?? {}
  const [a, b] = [prediction && writtenIn(site, prediction.span), target && writtenIn(site, target.span)]
  if (!a || !b || a.text === b.text || isExplained(a, b)) return []
  const safe = !ordered.test(a.text) && !ordered.test(b.text)
  return fixOf('Exchange the two arguments', safe, [a.at, { ...a, by: b.text }], [b.at, { ...b, by: a.text }])
}

/** Whether a comment stands beside one of the two, which would then be beside the other. */
function isExplained(a: Written, b: Written): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  const between = first.whole.slice(first.end, second.start)
  return (
    hasComment(between) ||
    /^[ \t]*,?[ \t]*(?:#|\/[/*])/.test(second.whole.slice(second.end)) ||
    /\*\/\s*$/.test(first.whole.slice(0, first.start))
  )
}

/** What hangs on the order in which arguments are reckoned. */
const ordered = /:=|\+\+|--|\bnext\b|\bawait\b|\byield\b|\.(?:pop|shift)\(/
