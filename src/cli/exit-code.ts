export type ExitCode = 0 | 1 | 2

export interface Run {
  errors: number
  warnings: number
  /** Warnings that are let pass; undefined: any number. */
  maxWarnings: number | undefined
  exitZero: boolean
  /** Files that could not be looked at or parsed. */
  problems: number
  /** Such a file fails the run. */
  strict: boolean
  /** A part of ce-lint itself failed. */
  internal: boolean
  /** Something was named that does not exist, or that holds no source file. */
  unmatched: boolean
  /** The baseline holds entries whose findings are gone. */
  unpruned?: boolean
}

/** 0: nothing at error level and warnings within bounds. 1: findings. 2: the run itself went wrong, whatever it found. */
export function exitCode(run: Run): ExitCode {
  if (run.internal || run.unmatched || run.unpruned || (run.strict && run.problems > 0)) return 2
  if (run.exitZero) return 0
  return run.errors > 0 || tooManyWarnings(run) ? 1 : 0
}

export function tooManyWarnings({ warnings, maxWarnings }: Pick<Run, 'warnings' | 'maxWarnings'>): boolean {
  return maxWarnings !== undefined && warnings > maxWarnings
}
