import type { Strength } from '../claims.js'
import type { Contract } from '../contracts/contract.js'
import type { UserContract } from '../contracts/user.js'
import type { Severity } from '../report.js'

export const levels = ['off', 'info', 'warning', 'error'] as const
/** A rule's severity as the user wants it, or `off`. */
export type Level = 'off' | Severity

/** How the loss calls of a file are judged, as far as a config says. */
export interface Judging {
  /** Levels by rule name; rules that are not named keep their own. */
  rules?: Readonly<Record<string, Level>>
  /** Findings that are less certain are left out. `likely` by default. */
  minCertainty?: Strength
  /** Libraries whose calls are judged, by package name or shorthand. All by default. */
  frameworks?: readonly string[]
  /** A comment that switches a rule off has to give a reason. */
  requireReason?: boolean
}

/** What holds in some files only. */
export interface Override extends Judging {
  /** The files, as `.gitignore` patterns relative to the config file. */
  files: readonly string[]
}

/** What a config file holds. */
export interface Config extends Judging {
  /** For editors: where the schema of this file is. */
  $schema?: string
  /** Which files a folder's walk picks up, as `.gitignore` patterns relative to the config file. All source files by default. */
  files?: readonly string[]
  /** What is left out beside the `.gitignore` files' choice, in the same syntax. */
  ignores?: readonly string[]
  /** What calls of the user's own code expect and give back. */
  contracts?: readonly UserContract[]
  /** What differs in some files; of several that name a file, the later win. */
  overrides?: readonly Override[]
}

/** How the loss calls of one file are judged: its config, the overrides that name it, and the command line, in one. */
export interface FileSettings {
  rules: Readonly<Record<string, Level>>
  /** When not empty, the only rules that run. */
  only: readonly string[]
  skip: readonly string[]
  minCertainty: Strength
  /** Package names; empty means all. */
  frameworks: readonly string[]
  requireReason: boolean
}

/** A config that was checked, with the command line's options applied: what the analysis reads. */
export interface ResolvedConfig extends FileSettings {
  files: readonly string[]
  ignores: readonly string[]
  contracts: readonly Contract[]
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
