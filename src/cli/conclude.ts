import type { Report } from '../report.js'
import { count } from '../reporters/summary.js'
import { type ExitCode, exitCode, type Run, tooManyWarnings } from './exit-code.js'
import { notice } from './outcome.js'

export interface Limits {
  maxWarnings?: number
  exitZero?: boolean
  strict?: boolean
}

/** The exit code of a run that made a report; says on standard error when it has too many warnings. */
export function conclude(report: Report, limits: Limits, run: Pick<Run, 'unmatched' | 'unpruned'>): ExitCode {
  const { error, warning } = report.summary.findings
  const warnings = { warnings: warning, maxWarnings: limits.maxWarnings }
  if (tooManyWarnings(warnings)) notice(`${count(warning, 'warning')}, at most ${limits.maxWarnings} allowed`)
  return exitCode({
    errors: error,
    ...warnings,
    exitZero: limits.exitZero ?? false,
    problems: report.problems.length,
    strict: limits.strict ?? false,
    internal: report.problems.some((problem) => problem.internal),
    ...run,
  })
}
