import { expect, it } from 'vitest'
import type { Report, ReportedUse } from '../../src/report.js'
import { summary } from '../../src/reporters/summary.js'
import { clean, placeless } from './example.js'

type Counts = Partial<Report['summary']>

const cases: [expected: string, counts: Counts, findings?: number, problems?: number, suppressedUses?: number][] = [
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
  [
    '3 loss calls in 1 file: 1 clean, 1 finding · 1 suppressed',
    { uses: 3, findings: { error: 1, warning: 0, info: 0 }, suppressed: 1 },
    1,
    0,
    1,
  ],
  ['1 loss call in 1 file: 0 clean · 1 suppressed', { clean: 0, suppressed: 1 }, 0, 0, 1],
  ['1 loss call in 1 file: 1 clean · 2 findings about comments', { findings: { error: 0, warning: 2, info: 0 }, comments: 2 }, 2],
  ['2 loss calls in 1 file: 0 clean, 2 not understood · 3 problems', { uses: 2, clean: 0, unknown: 2 }, 0, 3],
]

it.each(cases)('%s', (expected, counts, findings = 0, problems = 0, suppressed = 0) => {
  const { uses, clean: right, unknown } = { ...clean.summary, ...counts }
  const found: ReportedUse = { loss: placeless.loss, verdict: 'finding' }
  const report: Report = {
    ...clean,
    summary: { ...clean.summary, ...counts },
    uses: Array.from({ length: uses - right - unknown }, (_, at) => (at < suppressed ? { ...found, suppressed: true } : found)),
    findings: Array.from({ length: findings }, () => placeless),
    problems: Array.from({ length: problems }, () => ({ file: 'a.ts', message: 'does not parse' })),
  }
  expect(summary(report)).toBe(expected)
})
