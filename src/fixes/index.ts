import type { Engine } from '../infer/engine.js'
import type { FoundUse } from '../infer/found-use.js'
import type { Remedy } from '../remedy.js'
import type { Fix } from '../report.js'
import { drop } from './drop.js'
import { loss } from './loss.js'
import { option } from './option.js'
import type { Site } from './site.js'
import { swap } from './swap.js'
import type { Read } from './texts.js'
import { variant } from './variant.js'

/** Edits of the source of a use that do what a rule says would put it right, in its order. They are not tried out here. */
export function fixesFor({ engine, found, read }: { engine: Engine; found: FoundUse; read: Read }, remedies: readonly Remedy[]): Fix[] {
  const site: Site = { engine, use: found.use, written: found.written, read }
  return remedies.flatMap((remedy) => fixesOf(site, remedy))
}

function fixesOf(site: Site, remedy: Remedy): Fix[] {
  switch (remedy.do) {
    case 'drop':
      return drop(site)
    case 'swap':
      return swap(site)
    case 'option':
      return option(site, remedy.name, remedy.value)
    case 'loss':
      return 'prediction' in remedy ? loss(site, 'prediction', remedy.prediction) : loss(site, 'target', remedy.target)
    case 'activation':
      return variant(site, remedy.gives)
  }
}
