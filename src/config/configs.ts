import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Contract } from '../contracts/contract.js'
import { readContracts } from '../contracts/user.js'
import { type CommandLine, readCommandLine, type Wishes } from './command-line.js'
import { type Config, defaultConfig, type FileSettings, type ResolvedConfig } from './config.js'
import { configIn } from './find.js'
import { knownNames } from './known-names.js'
import { loadConfig } from './load.js'
import { Misuse } from './misuse.js'
import { createSettings, mergeSettings } from './settings.js'
import { type KnownNames, validateConfig } from './validate.js'

export interface ConfigRequest {
  /** Absolute path of the working directory. */
  cwd: string
  /** Config file as the user named it, which then holds for all files. */
  file?: string
  /** Whether to look for configs when none is named. */
  lookup: boolean
  /** Whether a config that is code may be run. */
  executable?: boolean
  commandLine: CommandLine
}

/** A config, and where it is. */
export interface Placed {
  /** Absolute path; undefined when no file holds. */
  file: string | undefined
  /** Absolute path of the folder that its patterns are relative to. */
  base: string
  config: Config
}

/** The configs of a run. Each file has one, the nearest above it; nothing is inherited from those further up. */
export interface Configs {
  /** The config of the files in a folder. Throws `Misuse`. */
  above(folder: string): Promise<Placed>
  /** Settings of a file, by its path relative to the working directory, once `above` was asked of its folder or one further up. */
  settingsOf(file: string): FileSettings
  /** Everything that is not about a single file; contracts are those of all configs that were loaded so far. */
  whole(): ResolvedConfig
}

/** Loads configs when they are asked for, each once. Throws `Misuse` for what the command line says wrongly. */
export function openConfigs(request: ConfigRequest): Configs {
  const { cwd, file, lookup, executable = true, commandLine } = request
  const known = knownNames()
  const wishes = readCommandLine(commandLine, known.rules)
  const none: Placed = { file: undefined, base: cwd, config: {} }
  const folders = new Map<string, Promise<Placed>>()
  const found = new Map<string, Placed>()
  const settings = new Map<Placed, (file: string) => FileSettings>()
  const named = file === undefined ? undefined : resolve(cwd, file)
  if (named !== undefined && !existsSync(named)) throw new Misuse(`no config file ${file}`)
  const placed = async (path: string): Promise<Placed> => ({
    file: path,
    base: dirname(path),
    config: checked(await loadConfig(path, executable), path, known),
  })
  const one = named !== undefined || !lookup
  const look = async (folder: string): Promise<Placed> => {
    const path = one ? named : configIn(folder)
    if (path) return placed(path)
    return one || dirname(folder) === folder ? none : nearest(dirname(folder))
  }
  const nearest = (asked: string): Promise<Placed> => {
    const folder = one ? cwd : asked
    const before = folders.get(folder) ?? look(folder)
    folders.set(folder, before)
    return before
  }
  const placedFor = (path: string): Placed => {
    for (let folder = one ? cwd : dirname(path); ; folder = dirname(folder)) {
      const placed = found.get(folder)
      if (placed || dirname(folder) === folder) return placed ?? none
    }
  }
  return {
    above: async (folder) => {
      const placed = await nearest(folder)
      found.set(one ? cwd : folder, placed)
      return placed
    },
    settingsOf: (path) => {
      const placed = placedFor(resolve(cwd, path))
      const of = settings.get(placed) ?? createSettings(placed.config, placed.base, wishes)
      settings.set(placed, of)
      return of(resolve(cwd, path))
    },
    whole: () => whole([...new Set(found.values())], wishes, cwd, commandLine.inlineConfig),
  }
}

function checked(value: unknown, file: string, known: KnownNames): Config {
  const problems = validateConfig(value, known)
  if (problems.length > 0)
    throw new Misuse([file, ...problems.map(({ path, message }) => `  ${path === '' ? message : `${path}: ${message}`}`)].join('\n'))
  return value as Config
}

/** Contracts say what code is, so all count for all files; of several for one call, that nearest to the working directory wins. */
function whole(placed: readonly Placed[], wishes: Wishes, cwd: string, inlineConfig = defaultConfig.inlineConfig): ResolvedConfig {
  const distance = ({ base }: Placed) => relative(cwd, base).split(sep).filter(Boolean).length
  const contracts = [...placed]
    .sort((a, b) => distance(b) - distance(a))
    .flatMap(({ config, base }) => readContracts(config.contracts ?? []).contracts.map((contract) => fromCwd(contract, base, cwd)))
  return {
    ...defaultConfig,
    ...mergeSettings([], wishes),
    contracts: [...new Map(contracts.map((contract) => [contract.id, contract])).values()],
    inlineConfig,
  }
}

/** A config names files from its own folder, the analysis from the working directory. */
function fromCwd(contract: Contract, base: string, cwd: string): Contract {
  if (base === cwd || !contract.package.startsWith('.')) return contract
  const file = relative(cwd, join(base, contract.package)).split(sep).join('/')
  const pkg = file.startsWith('.') ? file : `./${file}`
  return { ...contract, package: pkg, id: `${pkg}#${contract.name}` }
}
