import type { Engine } from '../infer/engine.js'
import type { FoundUse } from '../infer/found-use.js'
import type { Remedy } from '../remedy.js'
import type { Fix } from '../report.js'
import { apply } from './apply.js'
import { drop } from './drop.js'
import { loss, lossByClasses } from './loss.js'
import { option } from './option.js'
import { type Site, together } from './site.js'
import { swap } from './swap.js'
import type { Read } from './texts.js'
import { units } from './units.js'
import { variant } from './variant.js'

/** Edits of the source of a use that do what a rule says would put it right, the safe ones first. They are not tried out here. */
export function fixesFor({ engine, found, read }: { engine: Engine; found: FoundUse; read: Read }, remedies: readonly Remedy[]): Fix[] {
  const site: Site = { engine, use: found.use, written: found.written, read }
  const fixes = remedies.flatMap((remedy) =>
    fixesOf(site, remedy).map((fix) => (isRightForSome(site, remedy) ? { ...fix, safe: false } : fix)),
  )
  const distinct = fixes.filter(({ title }, index) => fixes.findIndex((other) => other.title === title) === index)
  return distinct.sort((a, b) => Number(b.safe) - Number(a.safe))
}

/** Whether what a loss is given, beside what is known to be at fault, may come from callers that are not understood: another loss may be wrong for those. */
function isRightForSome({ use: { arguments: given } }: Site, remedy: Remedy): boolean {
  if (remedy.do === 'drop') return false
  const roles =
    remedy.do === 'swap' ? (['prediction', 'target'] as const) : ['target' in remedy ? ('target' as const) : ('prediction' as const)]
  return roles.some((role) => {
    const { claims, unknown } = given[role] ?? { claims: [] }
    return unknown !== undefined && claims.length > 0 && claims.every(({ strength }) => strength !== 'proved')
  })
}

function fixesOf(site: Site, remedy: Remedy): Fix[] {
  switch (remedy.do) {
    case 'drop':
      return drop(site, remedy.which)
    case 'swap':
      return swap(site)
    case 'option':
      return option(site, remedy.name, remedy.value)
    case 'loss':
      if ('classes' in remedy) return lossByClasses(site, remedy.classes)
      return 'prediction' in remedy ? loss(site, 'prediction', remedy.prediction) : loss(site, 'target', remedy.target)
    case 'activation':
      return variant(site, remedy.gives)
    case 'apply':
      return apply(site, remedy.gives)
    case 'units':
      return units(site)
    case 'all':
      return together(remedy.of.map((each) => fixesOf(site, each)[0]))
  }
}
