import { existsSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { configIn } from '../config/find.js'
import { configText, survey } from '../config/init.js'
import { Misuse } from '../config/misuse.js'
import type { Outcome } from './outcome.js'

/** Writes a config for the project in a folder, and says what was found there. Never overwrites: throws `Misuse`. */
export async function init(cwd: string): Promise<Outcome> {
  const there = configIn(cwd)
  if (there) throw new Misuse(`init: ${there} holds a config already, and nothing was written`)
  const found = await survey(cwd)
  const { name, text, why } = configText(found, existsSync(join(cwd, 'node_modules/ce-lint/schema.json')))
  try {
    writeFileSync(join(cwd, name), text, { flag: 'wx' })
  } catch (error) {
    throw new Misuse(`init: ${name} cannot be written: ${(error as Error).message}`)
  }
  const { languages, libraries, workspaces } = found
  const lines = [
    `Found in ${basename(cwd)}:`,
    `  languages   ${languages.map(({ language, files }) => `${language} (${files} ${files === 1 ? 'file' : 'files'})`).join(', ') || 'no source files yet'}`,
    `  libraries   ${libraries.join(', ') || 'none with losses that are known; the config judges all'}`,
    ...(workspaces.length > 0 ? [`  workspaces  ${workspaces.join(', ')}: each may have a config of its own, and the nearest holds`] : []),
    `Wrote ${name}: ${why}.`,
    'Next: ce-lint',
  ]
  return { code: 0, text: `${lines.join('\n')}\n` }
}
