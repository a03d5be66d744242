import type { DiagnoseOptions } from './diagnose.js'

export interface Settings {
  onFinding: 'warn' | 'throw' | 'collect'
  firstSteps: number
  every: number
  rows: number | 'all' | undefined
  console: { warn(message: string): void }
}

/** Fills in what was left out. Throws a `TypeError` that names the option and what was expected. */
export function checked(options: DiagnoseOptions): Settings {
  const { onFinding = 'warn', firstSteps = 8, every = 64, full = false, rows } = options
  if (!['warn', 'throw', 'collect'].includes(onFinding))
    throw new TypeError(`onFinding: expected 'warn', 'throw' or 'collect', got '${onFinding}'`)
  atLeast('firstSteps', firstSteps, 0)
  atLeast('every', every, 1)
  if (rows !== undefined) atLeast('rows', rows, 1)
  return { onFinding, firstSteps, every, rows: full ? 'all' : rows, console: options.console ?? globalThis.console }
}

function atLeast(name: string, given: number, least: number): void {
  if (!(given >= least) || (!Number.isInteger(given) && given !== Infinity))
    throw new TypeError(`${name}: expected an integer of at least ${least}, got ${given}`)
}
