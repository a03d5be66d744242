import { dirname, resolve } from 'node:path'
import { rules } from '../../rules/index.js'
import type { Config } from '../config/config.js'
import type { Configs } from '../config/configs.js'
import { severityOf } from '../filters/levels.js'
import { notice, type Outcome } from './outcome.js'

/** The config that holds for a file, with every rule's level: a config itself, but for what the file's name decided. */
export async function printConfig(file: string, configs: Configs, cwd: string): Promise<Outcome> {
  const path = resolve(cwd, file)
  const { file: from, config } = await configs.above(dirname(path))
  const settings = configs.settingsOf(file)
  const { files, ignores, contracts } = config
  const shown: Config = {
    ...(files && { files }),
    ...(ignores && { ignores }),
    rules: Object.fromEntries(rules.map((rule) => [rule.name, severityOf(rule, settings) ?? 'off'])),
    minCertainty: settings.minCertainty,
    ...(settings.frameworks.length > 0 && { frameworks: settings.frameworks }),
    requireReason: settings.requireReason,
    ...(contracts && { contracts }),
  }
  notice(from === undefined ? `no config file holds for ${file}: these are the defaults` : `${file} is under ${from}`)
  return { code: 0, text: `${JSON.stringify(shown, null, 2)}\n` }
}
