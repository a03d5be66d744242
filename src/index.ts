import type { Config } from './config/config.js'
import { resolvePlain } from './config/plain.js'
import { type LintOptions as Analysis, lint as lintLoaded } from './lint.js'
import { loadParsers } from './parsers.js'
import type { Report } from './report.js'

export type { Claim, Evidence, Facts, Strength } from './claims.js'
export { type Config, defineConfig } from './config/config.js'
export type { Contract } from './contracts/contract.js'
export type { Host } from './frontends/frontend.js'
export type { Kind } from './kinds.js'
export type { SourceFile } from './lint.js'
export type { Place } from './place.js'
export type { FileProblem, Finding, Fix, Message, Report, ReportedUse, Severity, Verdict } from './report.js'
export { defineRule, type Problem, type Rule } from './rule.js'
export type { Argument, Use } from './use.js'
export { version } from './version.js'

export interface LintOptions extends Pick<Analysis, 'files' | 'host' | 'rules' | 'others'> {
  /** As a config file holds it, with patterns relative to the working directory; which files are linted it does not say. */
  config?: Config
}

/**
 * Follows values to every loss call in the files and judges them. Never throws for what the files hold; throws a `TypeError` for
 * a config with unknown keys or values.
 */
export async function lint({ config = {}, ...options }: LintOptions): Promise<Report> {
  const resolved = resolvePlain(config)
  await loadParsers(options)
  return lintLoaded({ ...options, ...resolved })
}
