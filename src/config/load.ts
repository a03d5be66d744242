import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Misuse } from './misuse.js'

/**
 * What a config file holds, unchecked. A file that is code is run only when `executable` is true. Throws `Misuse` for a file
 * that does not exist, that may not be run, or that cannot be loaded.
 */
export async function loadConfig(file: string, executable: boolean): Promise<unknown> {
  const read = readers[basename(file)] ?? readers[extname(file)]
  if (!read && !executable) throw new Misuse(`${file} is code, which --no-executable-config does not let run: ${remedy}`)
  try {
    return await (read ? read(readFileSync(file, 'utf8').replace(/^\ufeff/, '')) : evaluate(file))
  } catch (error) {
    throw new Misuse(`${file} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const remedy = 'write the config as ce-lint.config.json, name another with --config, or pass --no-config-lookup'

/** Configs that are data, by the file's name or extension; all others are code. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'package.json': (text) => JSON.parse(text)['ce-lint'],
  'pyproject.toml': async (text) => {
    const { parse } = await import('smol-toml')
    return (parse(text).tool as Record<string, unknown>)['ce-lint']
  },
  '.json': parseJson,
  '.jsonc': parseJson,
}

/** With comments and commas before closing brackets, as people write configs. */
async function parseJson(text: string): Promise<unknown> {
  const { default: stripJsonComments } = await import('strip-json-comments')
  return JSON.parse(stripJsonComments(text, { trailingCommas: true }))
}

/** Node 22.18 and later strip types themselves; before, and for syntax that has to be compiled, jiti does it. */
async function evaluate(file: string): Promise<unknown> {
  const typed = /\.[cm]?ts$/.test(file)
  if (!typed || (process.features as { typescript?: unknown }).typescript) {
    try {
      return defaultExport(await import(pathToFileURL(file).href))
    } catch (error) {
      if (!typed || (error as NodeJS.ErrnoException).code !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') throw error
    }
  }
  const { createJiti } = await import('jiti')
  return defaultExport(await createJiti(pathToFileURL(file).href, { fsCache: false }).import(file))
}

function defaultExport(module: object): unknown {
  if (!('default' in module)) throw new Error('it has no default export')
  return module.default
}
