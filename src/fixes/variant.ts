import { activationCounterparts } from '../contracts/counterparts.js'
import type { Kind } from '../kinds.js'
import type { Fix } from '../report.js'
import { appliedNear, placeOfActivation } from './activation.js'
import { calleePath, fixOf, renamed, type Site, writtenAt } from './site.js'

/** Takes the variant of the activation that gives the kind: with a logarithm, or without. */
export function variant(site: Site, gives: Kind): Fix[] {
  if (gives !== 'distribution' && gives !== 'log-probabilities') return []
  const made = placeOfActivation(site)
  const written = made && writtenAt(site, made)
  const from = written && calleePath(written)?.last
  const other = gives === 'distribution' ? 'log-probabilities' : 'distribution'
  const pair = activationCounterparts.filter((each) => each[other] === from)
  const near = made && appliedNear(site, made)
  const safe = near !== undefined && near.call.start === written?.start && (near.named?.readers ?? 0) === 0
  return pair.flatMap((each) =>
    written ? fixOf(`Apply \`${each[gives]}\` instead`, safe, [made, renamed(written, from!, each[gives])]) : [],
  )
}
