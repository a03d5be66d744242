import type { DiagnoseOptions } from './diagnose.js'
import type { Names } from './option-names.js'

/** Every option of `diagnose`. */
export const optionNames: Names<DiagnoseOptions> = {
  onFinding: true,
  contract: true,
  name: true,
  firstSteps: true,
  every: true,
  rows: true,
  full: true,
  console: true,
  rules: true,
  minCertainty: true,
}

export interface Settings {
  onFinding: 'warn' | 'throw' | 'collect'
  firstSteps: number
  every: number
  rows: number | 'all' | undefined
  console: { warn(message: string): void }
}

/** Fills in what was left out. Throws a `TypeError` that names the option and what was expected. */
export function checked(options: DiagnoseOptions): Settings {
  const { onFinding = 'warn', firstSteps = 8, every = 64, full = false, rows, name, console = globalThis.console } = options
  if (!['warn', 'throw', 'collect'].includes(onFinding))
    throw new TypeError(`onFinding: expected 'warn', 'throw' or 'collect', got ${shown(onFinding)}`)
  atLeast('firstSteps', firstSteps, 0)
  atLeast('every', every, 1)
  if (rows !== undefined) atLeast('rows', rows, 1)
  if (typeof full !== 'boolean') throw new TypeError(`full: expected true or false, got ${shown(full)}`)
  if (name !== undefined && typeof name !== 'string') throw new TypeError(`name: expected a string, got ${shown(name)}`)
  if (typeof console?.warn !== 'function') throw new TypeError('console: expected an object with a method `warn`')
  return { onFinding, firstSteps, every, rows: full ? 'all' : rows, console }
}

function atLeast(name: string, given: number, least: number): void {
  if (!(given >= least) || (!Number.isInteger(given) && given !== Infinity))
    throw new TypeError(`${name}: expected an integer of at least ${least}, got ${shown(given)}`)
}

function shown(given: unknown): string {
  return typeof given === 'string' ? `'${given}'` : String(given)
}
