import type { Report } from '../report.js'

/** The closing line of every format that people read: silence must not pass for approval. */
export function summary(report: Report): string {
  const { files, uses, clean, unknown, suppressed, comments = 0, fixed = 0 } = report.summary
  const { unneeded = [] } = report
  const parts = [`${clean} clean`, ...findingsPart(report), ...(unknown > 0 ? [`${unknown} not understood`] : [])]
  const extras = [
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
    ...fixable(report),
    ...(comments > 0 ? [`${count(comments, 'finding')} about comments`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(unneeded.length > 0 ? [`${count(unneeded.length, 'suppression')} no longer needed`] : []),
    ...(hidden(report) > 0 ? [`${hidden(report)} below error not shown`] : []),
    ...(report.problems.length > 0 ? [count(report.problems.length, 'problem')] : []),
  ]
  const calls = `${count(uses, 'loss call')} in ${count(files, 'file')}`
  return [uses > 0 ? `${calls}: ${parts.join(', ')}` : calls, ...extras].join(' · ')
}

/** `1 finding`; where a call has several, `1 with 2 findings`, so that the numbers still add up to the calls. */
function findingsPart(report: Report): string[] {
  const total = totalFindings(report) - (report.summary.comments ?? 0)
  const withFindings = report.uses.filter(({ verdict, suppressed }) => verdict === 'finding' && !suppressed).length
  if (total === 0) return []
  return [withFindings === total ? count(total, 'finding') : `${withFindings} with ${count(total, 'finding')}`]
}

/** What `--fix` would put right, and how much more the fixes would that change training or the model's output. */
function fixable({ findings }: Report): string[] {
  const safe = findings.filter(({ fixes }) => fixes.some((fix) => fix.safe)).length
  const more = findings.filter(({ fixes }) => fixes.length > 0).length - safe
  if (safe + more === 0) return []
  if (safe === 0) return [`${more} fixable with --fix --unsafe-fixes`]
  return [`${safe} fixable with --fix${more > 0 ? `, ${more} more with --unsafe-fixes` : ''}`]
}

export function totalFindings(report: Report): number {
  const { error, warning, info } = report.summary.findings
  return error + warning + info
}

function hidden(report: Report): number {
  return totalFindings(report) - report.findings.length
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
