import type { Host } from '../frontend.js'
import { perHost } from '../per-host.js'
import { directoryOf, joinPath, matchPattern, upward } from '../posix.js'
import { loadCompiler } from './parse.js'

/** What a configuration says about specifiers that are not relative. */
interface Aliases {
  /** Directory that plain specifiers start from; null when there is none. */
  base: string | null
  /** Patterns with one `*` at most, and the paths they stand for. */
  paths: readonly { pattern: string; targets: readonly string[] }[]
}

/** Paths without extension that the nearest tsconfig or jsconfig lets a specifier stand for. */
export function aliasesOf(specifier: string, directory: string, host: Host): string[] {
  const aliases = nearest(directory, host)
  if (!aliases) return []
  const fitting = aliases.paths.filter(({ pattern }) => matchPattern(pattern, specifier) !== undefined)
  // As in the compiler: an exact pattern wins, then the one with the longest text before its `*`.
  fitting.sort((a, b) => weight(b.pattern) - weight(a.pattern))
  const found = (fitting[0]?.targets ?? []).map((target) => target.replace('*', () => matchPattern(fitting[0]!.pattern, specifier)!))
  return aliases.base === null ? found : [...found, joinPath(aliases.base, specifier)]
}

function weight(pattern: string): number {
  const star = pattern.indexOf('*')
  return star < 0 ? Number.POSITIVE_INFINITY : star
}

function nearest(directory: string, host: Host): Aliases | null {
  for (const step of upward(directory)) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const aliases = aliasesIn(joinPath(step, name), host)
      if (aliases) return aliases
    }
  }
  return null
}

const aliasesIn = perHost((file, host) => (host.isFile(file) ? readAliases(file, host, []) : null))

interface Config {
  extends?: string | string[]
  references?: unknown
  compilerOptions?: { baseUrl?: string; paths?: Record<string, string[]> }
}

function readAliases(file: string, host: Host, within: readonly string[]): Aliases {
  const config = readConfig(file, host)
  const directory = directoryOf(file)
  const { baseUrl, paths } = config.compilerOptions ?? {}
  const inherited = within.includes(file) || within.length > 8 ? none : inherit(config, directory, host, [...within, file])
  const base = typeof baseUrl === 'string' ? joinPath(directory, baseUrl) : inherited.base
  if (!paths || typeof paths !== 'object') return { base, paths: inherited.paths }
  const from = base ?? directory
  const own = Object.entries(paths).map(([pattern, targets]) => ({
    pattern,
    targets: Array.isArray(targets) ? targets.filter(isText).map((each) => joinPath(from, each)) : [],
  }))
  return { base, paths: own }
}

const none: Aliases = { base: null, paths: [] }

/** What extended configurations say, the last one first; a file of references only speaks through these. */
function inherit(config: Config, directory: string, host: Host, within: readonly string[]): Aliases {
  const bases = [config.extends ?? []].flat().filter((each) => isText(each) && each.startsWith('.'))
  const references = (Array.isArray(config.references) ? config.references : []).map((each) => each?.path).filter(isText)
  let found = none
  for (const each of [...bases.reverse(), ...references]) {
    const file = configFile(joinPath(directory, each), host)
    if (file === undefined) continue
    const next = readAliases(file, host, within)
    found = { base: found.base ?? next.base, paths: found.paths.length > 0 ? found.paths : next.paths }
  }
  return found
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function configFile(path: string, host: Host): string | undefined {
  return [path, `${path}.json`, joinPath(path, 'tsconfig.json')].find((each) => host.isFile(each))
}

function readConfig(file: string, host: Host): Config {
  const { config } = loadCompiler().parseConfigFileTextToJson(file, host.read(file) ?? '{}')
  return (config ?? {}) as Config
}
