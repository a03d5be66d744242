import { dirname, join, relative, sep } from 'node:path'
import { type Strength, strengths } from '../claims.js'
import type { Contract } from '../contracts/contract.js'
import { frameworks } from '../contracts/index.js'
import { readContracts } from '../contracts/user.js'
import { type Config, defaultConfig, type Level, levels, type ResolvedConfig } from './config.js'
import { knownNames } from './known-names.js'
import { type LoadedConfig, loadConfig } from './load.js'
import { Misuse } from './misuse.js'
import { unknownName } from './unknown-name.js'
import { type KnownNames, validateConfig } from './validate.js'

/** Settings of the command line, unchecked; they win over the config file's. */
export interface Overrides {
  /** `name:level` each. */
  rule?: readonly string[]
  only?: readonly string[]
  skip?: readonly string[]
  minCertainty?: string
  /** ESLint's words: off, warn or error. */
  reportUnusedDisableDirectivesSeverity?: string
  inlineConfig?: boolean
}

export interface ConfigRequest {
  /** Absolute path of the working directory. */
  cwd: string
  /** Config file as the user named it. */
  file?: string
  /** Whether to look for one when none is named. */
  lookup: boolean
  overrides: Overrides
}

/** The config that holds for a run, and the folder that its patterns are relative to. Throws `Misuse`. */
export async function resolveConfig(request: ConfigRequest): Promise<{ config: ResolvedConfig; base: string }> {
  const { cwd, file, lookup, overrides } = request
  const known = knownNames()
  const loaded = file !== undefined || lookup ? await loadConfig(cwd, file) : undefined
  const config = loaded ? checked(loaded, known) : {}
  const base = loaded ? dirname(loaded.file) : cwd
  const contracts = readContracts(config.contracts ?? []).contracts.map((contract) => fromCwd(contract, base, cwd))
  return { config: { ...merge(config, overrides, known.rules), contracts }, base }
}

function checked({ value, file }: LoadedConfig, known: KnownNames): Config {
  const problems = validateConfig(value, known)
  if (problems.length > 0)
    throw new Misuse([file, ...problems.map(({ path, message }) => `  ${path === '' ? message : `${path}: ${message}`}`)].join('\n'))
  return value as Config
}

function merge(config: Config, overrides: Overrides, ruleNames: readonly string[]): Omit<ResolvedConfig, 'contracts'> {
  return {
    files: config.files ?? defaultConfig.files,
    ignores: config.ignores ?? defaultConfig.ignores,
    rules: {
      ...config.rules,
      ...unusedLevel(overrides.reportUnusedDisableDirectivesSeverity),
      ...Object.fromEntries((overrides.rule ?? []).map((text) => ruleLevel(text, ruleNames))),
    },
    only: (overrides.only ?? []).map((name) => ruleName(name, '--only', ruleNames)),
    skip: (overrides.skip ?? []).map((name) => ruleName(name, '--skip', ruleNames)),
    minCertainty: strength(overrides.minCertainty) ?? config.minCertainty ?? defaultConfig.minCertainty,
    frameworks: (config.frameworks ?? []).map(packageNamed),
    requireReason: config.requireReason ?? defaultConfig.requireReason,
    inlineConfig: overrides.inlineConfig ?? defaultConfig.inlineConfig,
  }
}

/** A config names files from its own folder, the analysis from the working directory. */
function fromCwd(contract: Contract, base: string, cwd: string): Contract {
  if (base === cwd || !contract.package.startsWith('.')) return contract
  const file = relative(cwd, join(base, contract.package)).split(sep).join('/')
  const pkg = file.startsWith('.') ? file : `./${file}`
  return { ...contract, package: pkg, id: `${pkg}#${contract.name}` }
}

function ruleLevel(text: string, ruleNames: readonly string[]): [string, Level] {
  const colon = text.lastIndexOf(':')
  if (colon < 0) throw new Misuse(`--rule takes a name and a level, such as ${text}:warning`)
  const level = text.slice(colon + 1)
  if (!isLevel(level)) throw new Misuse(`--rule ${text}: ${unknownName(level, 'level', levels)} (levels: ${levels.join(', ')})`)
  return [ruleName(text.slice(0, colon), '--rule', ruleNames), level]
}

const unusedLevels = { off: 'off', warn: 'warning', error: 'error' } as const satisfies Record<string, Level>

function unusedLevel(name: string | undefined): Record<string, Level> {
  if (name === undefined) return {}
  const names = Object.keys(unusedLevels)
  const found = names.find((each) => each === name) as keyof typeof unusedLevels | undefined
  if (!found) throw new Misuse(`--report-unused-disable-directives-severity: ${unknownName(name, 'severity', names)} (${names.join(', ')})`)
  return { 'unused-disable': unusedLevels[found] }
}

function ruleName(name: string, option: string, ruleNames: readonly string[]): string {
  if (ruleNames.includes(name)) return name
  throw new Misuse(`${option}: ${unknownName(name, 'rule', ruleNames)}. "ce-lint rules" lists all`)
}

function isLevel(text: string): text is Level {
  return (levels as readonly string[]).includes(text)
}

function strength(text: string | undefined): Strength | undefined {
  if (text === undefined) return undefined
  const found = strengths.find((each) => each === text)
  if (!found) throw new Misuse(`--min-certainty: ${unknownName(text, 'certainty', strengths)} (${strengths.join(', ')})`)
  return found
}

function packageNamed(name: string): string {
  return frameworks.find((framework) => framework.package === name || framework.shorthand === name)?.package ?? name
}
