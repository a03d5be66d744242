import { expect, it } from 'vitest'
import type { Report } from '../../src/report.js'
import { gitlab } from '../../src/reporters/gitlab.js'
import { clean, context, doubleSoftmax, report } from './example.js'

interface Issue {
  description: string
  check_name: string
  fingerprint: string
  severity: string
  location: { path: string; lines: { begin: number; end?: number } }
}

function issues(of: Report, unknown = false): Issue[] {
  return JSON.parse(gitlab(of, { ...context, unknown }))
}

it('says of each finding what GitLab reads', () => {
  const { what, why, todo } = doubleSoftmax.message
  expect(issues({ ...report, problems: [] })[0]).toEqual({
    description: `${what} ${why} ${todo}`,
    check_name: 'probabilities-as-logits',
    fingerprint: doubleSoftmax.fingerprint,
    severity: 'critical',
    location: { path: 'train.ts', lines: { begin: 6, end: 6 } },
  })
})

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
it('gives every issue the fields that GitLab requires, and a fingerprint of its own', () => {
  const inNotebook = { ...doubleSoftmax, at: { ...doubleSoftmax.at!, file: 'nb.ipynb', cell: 4 }, fingerprint: '0' }
  const all = issues({ ...report, findings: [...report.findings, inNotebook] }, true)
  expect(all).toHaveLength(5)
  for (const { description, check_name, fingerprint, severity, location } of all) {
    expect([description, check_name, fingerprint].every((text) => typeof text === 'string' && text !== '')).toBe(true)
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity)
    expect(location.path).toMatch(/^[^/]/)
    expect(location.lines.begin).toBeGreaterThan(0)
  }
  expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(5)
})

it('names the cell of a notebook, whose lines the file does not count', () => {
  const at = { ...doubleSoftmax.at!, file: 'nb.ipynb', cell: 4 }
  const [issue] = issues({ ...clean, findings: [{ ...doubleSoftmax, at }] })
  expect(issue).toMatchObject({
    description: expect.stringMatching(/^cell 4, line 6: `probs`/),
    location: { path: 'nb.ipynb', lines: { begin: 1 } },
  })
})

it('is an empty list where there is nothing to say', () => {
  expect(gitlab(clean, context)).toBe('[]\n')
})
