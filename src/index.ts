import { type LintOptions, lint as lintLoaded } from './lint.js'
import { loadParsers } from './parsers.js'
import type { Report } from './report.js'

export type { Claim, Evidence, Facts, Strength } from './claims.js'
export { type Config, defineConfig, type ResolvedConfig } from './config/config.js'
export type { Contract } from './contracts/contract.js'
export type { Host } from './frontends/frontend.js'
export type { Kind } from './kinds.js'
export type { LintOptions, SourceFile } from './lint.js'
export type { Place } from './place.js'
export type { FileProblem, Finding, Fix, Message, Report, ReportedUse, Severity, Verdict } from './report.js'
export { defineRule, type Problem, type Rule } from './rule.js'
export type { Argument, Use } from './use.js'
export { version } from './version.js'

/** Follows values to every loss call in the files and judges them. Never throws for what the files hold. */
export async function lint(options: LintOptions): Promise<Report> {
  await loadParsers(options)
  return lintLoaded(options)
}
