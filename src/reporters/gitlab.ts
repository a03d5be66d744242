import { fingerprint } from '../fingerprint.js'
import type { Place } from '../place.js'
import type { FileProblem, Finding, Report, ReportedUse, Severity } from '../report.js'
import { inCell } from './place-text.js'
import type { ReporterContext } from './reporter.js'

/** GitLab's degrees, of which `blocker` and `minor` are left to others. */
const degrees = { error: 'critical', warning: 'major', info: 'info' } as const satisfies Record<Severity, string>

/** GitLab's Code Quality report, a subset of Code Climate's: an array of issues; nothing but issues can be said in it. */
export function gitlab(report: Report, context: ReporterContext): string {
  const unknown = context.unknown ? report.uses.filter((use) => use.verdict === 'unknown').map(notUnderstood) : []
  return `${JSON.stringify([...report.problems.map(problem), ...report.findings.map(issue), ...unknown], null, 2)}\n`
}

function issue({ rule, severity, message, at, fingerprint }: Finding) {
  const { what, why, todo } = message
  return {
    description: `${inCell(at)}${what} ${why} ${todo}`,
    check_name: rule,
    fingerprint,
    severity: degrees[severity],
    location: location(at),
  }
}

function problem({ file, message, internal }: FileProblem, index: number) {
  return {
    description: message,
    check_name: 'ce-lint',
    fingerprint: fingerprint({ rule: 'problem', file, within: '', callee: message, ordinal: index }),
    severity: internal ? 'blocker' : 'minor',
    location: { path: file, lines: { begin: 1 } },
  }
}

function notUnderstood({ loss, at, reason }: ReportedUse, index: number) {
  return {
    description: `${inCell(at)}not understood: ${loss}${reason ? `, ${reason}` : ''}`,
    check_name: 'not-understood',
    fingerprint: fingerprint({ rule: 'not-understood', file: at?.file ?? '', within: '', callee: loss, ordinal: index }),
    severity: 'info',
    location: location(at),
  }
}

/** A place is required, also of values that have none; a notebook's lines are not the file's. */
function location(at: Place | undefined) {
  if (!at) return { path: '.', lines: { begin: 1 } }
  return { path: at.file, lines: at.cell === undefined ? { begin: at.line, end: at.endLine } : { begin: 1 } }
}
