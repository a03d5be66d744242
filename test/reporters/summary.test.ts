import { expect, it } from 'vitest'
import type { Report } from '../../src/report.js'
import { summary } from '../../src/reporters/summary.js'
import { clean, placeless } from './example.js'

type Counts = Partial<Report['summary']>

const cases: [expected: string, counts: Counts, findings?: number, problems?: number][] = [
  ['0 loss calls in 0 files', { files: 0, uses: 0, clean: 0 }],
  ['0 loss calls in 1 file · 1 problem', { files: 1, uses: 0, clean: 0 }, 0, 1],
  ['1 loss call in 1 file: 1 clean', {}],
  [
    '5 loss calls in 3 files: 3 clean, 1 finding, 1 not understood · 2 suppressed',
    { files: 3, uses: 5, clean: 3, unknown: 1, findings: { error: 1, warning: 0, info: 0 }, suppressed: 2 },
    1,
  ],
  ['2 loss calls in 1 file: 0 clean, 2 findings', { uses: 2, clean: 0, findings: { error: 1, warning: 1, info: 0 } }, 2],
  [
    '2 loss calls in 1 file: 1 clean, 1 with 2 findings · 1 below error not shown',
    { uses: 2, clean: 1, findings: { error: 1, warning: 0, info: 1 } },
    1,
  ],
  ['2 loss calls in 1 file: 0 clean, 2 not understood · 3 problems', { uses: 2, clean: 0, unknown: 2 }, 0, 3],
]

it.each(cases)('%s', (expected, counts, findings = 0, problems = 0) => {
  const report: Report = {
    ...clean,
    summary: { ...clean.summary, ...counts },
    findings: Array.from({ length: findings }, () => placeless),
    problems: Array.from({ length: problems }, () => ({ file: 'a.ts', message: 'does not parse' })),
  }
  expect(summary(report)).toBe(expected)
})
