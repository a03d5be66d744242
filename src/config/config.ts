import type { Strength } from '../claims.js'
import type { Contract } from '../contracts/contract.js'
import type { UserContract } from '../contracts/user.js'
import type { Severity } from '../report.js'

export const levels = ['off', 'info', 'warning', 'error'] as const
/** A rule's severity as the user wants it, or `off`. */
export type Level = 'off' | Severity

/** What a config file holds. */
export interface Config {
  /** For editors: where the schema of this file is. */
  $schema?: string
  /** Which files a folder's walk picks up, as `.gitignore` patterns relative to the config file. All source files by default. */
  files?: readonly string[]
  /** What is left out beside the `.gitignore` files' choice, in the same syntax. */
  ignores?: readonly string[]
  /** Levels by rule name; rules that are not named keep their own. */
  rules?: Readonly<Record<string, Level>>
  /** What calls of the user's own code expect and give back. */
  contracts?: readonly UserContract[]
  /** Findings that are less certain are left out. `likely` by default. */
  minCertainty?: Strength
  /** Libraries whose calls are judged, by package name or shorthand. All by default. */
  frameworks?: readonly string[]
  /** A comment that switches a rule off has to give a reason. */
  requireReason?: boolean
}

/** A config that was checked, with the command line's options applied: what the analysis reads. */
export interface ResolvedConfig {
  files: readonly string[]
  ignores: readonly string[]
  rules: Readonly<Record<string, Level>>
  /** When not empty, the only rules that run. */
  only: readonly string[]
  skip: readonly string[]
  minCertainty: Strength
  contracts: readonly Contract[]
  /** Package names; empty means all. */
  frameworks: readonly string[]
  requireReason: boolean
  /** Comments in the source switch rules off. */
  inlineConfig: boolean
}

/** Gives a config file's object its type. */
export function defineConfig(config: Config): Config {
  return config
}

export const defaultConfig: ResolvedConfig = {
  files: [],
  ignores: [],
  rules: {},
  only: [],
  skip: [],
  minCertainty: 'likely',
  contracts: [],
  frameworks: [],
  requireReason: false,
  inlineConfig: true,
}
