import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Misuse } from './misuse.js'

/** In the order in which they are looked for within a folder. */
const configNames = ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `ce-lint.config.${extension}`)
const packageKey = 'ce-lint'

export interface LoadedConfig {
  /** What the file holds, unchecked. */
  value: unknown
  /** Absolute path. */
  file: string
}

/** Loads the named file, or the first config file found from `cwd` upwards; undefined when there is none. */
export async function loadConfig(cwd: string, named: string | undefined): Promise<LoadedConfig | undefined> {
  if (named === undefined) {
    const file = findConfig(cwd)
    return file === undefined ? undefined : { value: await evaluate(file), file }
  }
  const file = resolve(cwd, named)
  if (!existsSync(file)) throw new Misuse(`no config file ${named}`)
  return { value: await evaluate(file), file }
}

function findConfig(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = configNames.map((name) => join(folder, name)).find((path) => existsSync(path)) ?? packageWithConfig(folder)
    if (found) return found
    if (dirname(folder) === folder) return undefined
  }
}

/** A package.json that does not parse is its owner's trouble, not a config of ours. */
function packageWithConfig(folder: string): string | undefined {
  const file = join(folder, 'package.json')
  try {
    const text = readFileSync(file, 'utf8')
    return text.includes(`"${packageKey}"`) && isOurs(JSON.parse(text)) ? file : undefined
  } catch {
    return undefined
  }
}

function isOurs(manifest: Record<string, unknown>): boolean {
  return Object.hasOwn(manifest, packageKey)
}

async function evaluate(file: string): Promise<unknown> {
  try {
    if (basename(file) === 'package.json') return JSON.parse(readFileSync(file, 'utf8'))[packageKey]
    if (extname(file) === '.json') return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
    return defaultExport(await importFile(file))
  } catch (error) {
    throw new Misuse(`${file} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Node 22.18 and later strip types themselves; before, and for syntax that has to be compiled, jiti does it. */
async function importFile(file: string): Promise<object> {
  const typed = /\.[cm]?ts$/.test(file)
  if (!typed || (process.features as { typescript?: unknown }).typescript) {
    try {
      return await import(pathToFileURL(file).href)
    } catch (error) {
      if (!typed || (error as NodeJS.ErrnoException).code !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') throw error
    }
  }
  const { createJiti } = await import('jiti')
  return createJiti(pathToFileURL(file).href, { fsCache: false }).import(file)
}

function defaultExport(module: object): unknown {
  if (!('default' in module)) throw new Error('it has no default export')
  return module.default
}
