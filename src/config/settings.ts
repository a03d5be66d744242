import { frameworks } from '../contracts/index.js'
import { isIgnored, patterns } from '../scan/ignored.js'
import type { Wishes } from './command-line.js'
import { type Config, defaultConfig, type FileSettings, type Judging } from './config.js'

/** The settings of each file under a config in the folder `base`, by absolute path. Files that the same overrides name share one object. */
export function createSettings(config: Config, base: string, wishes: Wishes): (file: string) => FileSettings {
  const overrides = (config.overrides ?? []).map((override) => ({ override, named: [patterns(base, override.files)] }))
  const made = new Map<string, FileSettings>()
  return (file) => {
    const fitting = overrides.filter(({ named }) => isIgnored(file, false, named))
    const key = fitting.map((each) => overrides.indexOf(each)).join()
    const settings = made.get(key) ?? mergeSettings([config, ...fitting.map(({ override }) => override)], wishes)
    made.set(key, settings)
    return settings
  }
}

/** The later wins, and the command line over all. */
export function mergeSettings(all: readonly Judging[], wishes: Wishes): FileSettings {
  const last = <Key extends keyof Judging>(key: Key): Judging[Key] => all.findLast((each) => each[key] !== undefined)?.[key]
  return {
    rules: Object.assign({}, ...all.map(({ rules }) => rules), wishes.rules),
    only: wishes.only,
    skip: wishes.skip,
    minCertainty: wishes.minCertainty ?? last('minCertainty') ?? defaultConfig.minCertainty,
    frameworks: (last('frameworks') ?? []).map(packageNamed),
    requireReason: last('requireReason') ?? defaultConfig.requireReason,
  }
}

function packageNamed(name: string): string {
  return frameworks.find((framework) => framework.package === name || framework.shorthand === name)?.package ?? name
}
