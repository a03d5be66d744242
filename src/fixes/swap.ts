import type { Fix } from '../report.js'
import { fixOf, type Site, writtenIn } from './site.js'

/** Exchanges what is written for prediction and target in the loss call. */
export function swap(site: Site): Fix[] {
  const { prediction, target } = site.written?.args ?? {}
  const [a, b] = [prediction && writtenIn(site, prediction.span), target && writtenIn(site, target.span)]
  if (!a || !b || a.text === b.text) return []
  return fixOf('Exchange the two arguments', true, [a.at, { ...a, by: b.text }], [b.at, { ...b, by: a.text }])
}
