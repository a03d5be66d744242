import { resolve } from 'node:path'
import { readContracts } from '../contracts/user.js'
import { readCommandLine } from './command-line.js'
import { type Config, defaultConfig, type FileSettings, type ResolvedConfig } from './config.js'
import { knownNames } from './known-names.js'
import { createSettings, mergeSettings } from './settings.js'
import { validateConfig } from './validate.js'

/**
 * What a config comes to that is handed over by a program, whose files are relative to the working directory. Throws a `TypeError`
 * that names every key at fault and what was expected.
 */
export function resolvePlain(config: Config): { config: ResolvedConfig; settingsOf: (file: string) => FileSettings } {
  const known = knownNames()
  const problems = validateConfig(config, known)
  if (problems.length > 0) throw new TypeError(problems.map(({ path, message }) => `config${path && `.${path}`}: ${message}`).join('\n'))
  const noWishes = readCommandLine({}, known.rules)
  const settingsOf = createSettings(config, process.cwd(), noWishes)
  const { contracts } = readContracts(config.contracts ?? [])
  return {
    config: { ...defaultConfig, ...mergeSettings([config], noWishes), contracts },
    settingsOf: (file) => settingsOf(resolve(file)),
  }
}
