import { expect, it } from 'vitest'
import { type ExitCode, exitCode, type Run } from '../../src/cli/exit-code.js'

const quiet: Run = {
  errors: 0,
  warnings: 0,
  maxWarnings: undefined,
  exitZero: false,
  problems: 0,
  strict: false,
  internal: false,
  unmatched: false,
}

const cases: [what: string, run: Partial<Run>, code: ExitCode][] = [
  ['nothing found', {}, 0],
  ['an error', { errors: 1 }, 1],
  ['warnings without a bound', { warnings: 9 }, 0],
  ['warnings within the bound', { warnings: 2, maxWarnings: 2 }, 0],
  ['warnings beyond the bound', { warnings: 3, maxWarnings: 2 }, 1],
  ['a warning where none is allowed', { warnings: 1, maxWarnings: 0 }, 1],
  ['an error, silenced', { errors: 1, exitZero: true }, 0],
  ['warnings beyond the bound, silenced', { warnings: 1, maxWarnings: 0, exitZero: true }, 0],
  ['a file that does not parse', { problems: 1 }, 0],
  ['a file that does not parse, and an error', { problems: 1, errors: 1 }, 1],
  ['a file that does not parse, strictly', { problems: 1, strict: true }, 2],
  ['strictly nothing', { strict: true }, 0],
  ['a fault of our own', { internal: true }, 2],
  ['a fault of our own, which nothing silences', { internal: true, errors: 1, exitZero: true }, 2],
  ['a path that does not exist', { unmatched: true }, 2],
  ['a path that does not exist, which nothing silences', { unmatched: true, errors: 1, exitZero: true }, 2],
]

it.each(cases)('%s', (_, run, code) => {
  expect(exitCode({ ...quiet, ...run })).toBe(code)
})
