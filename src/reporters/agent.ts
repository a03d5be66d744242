import type { Finding, Fix, Report, ReportedUse } from '../report.js'
import { placeText } from './place-text.js'
import type { ReporterContext } from './reporter.js'
import { summary } from './summary.js'

/**
 * For programs that read and edit code: no frames and no colour, every fact on a line of its own, each edit spelled out with
 * the range that it replaces, and always what was not understood.
 */
export function agent(report: Report, _context: ReporterContext): string {
  const lines = [
    summary(report),
    ...report.problems.flatMap(({ file, message }) => ['', `${file} problem`, `  what: ${message}`]),
    ...report.findings.flatMap((finding) => ['', ...found(finding)]),
    ...report.uses.filter(({ verdict }) => verdict === 'unknown').flatMap((use) => ['', ...notUnderstood(use)]),
    ...(report.findings.length > 0 ? ['', ...advice(report)] : []),
  ]
  return `${lines.map((line) => line.replace(/[\r\n]+/g, '\\n')).join('\n')}\n`
}

function found({ rule, severity, certainty, message, at, loss, related, fixes }: Finding): string[] {
  return [
    `${at ? placeText(at) : loss} ${severity} ${rule} (${certainty})`,
    `  what: ${message.what}`,
    `  why: ${message.why}`,
    `  do: ${message.todo}`,
    ...related.map((step) => `  from: ${placeText(step.at)} ${step.note}`),
    ...fixes.flatMap(fix),
  ]
}

function fix({ title, safe, edits }: Fix): string[] {
  return [
    `  fix (${safe ? 'safe' : 'changes training'}): ${title}`,
    ...edits.map(({ at, text }) => `    replace ${placeText(at)} to ${at.endLine}:${at.endColumn} with ${JSON.stringify(text)}`),
  ]
}

function notUnderstood({ at, loss, reason, stoppedAt, remedy }: ReportedUse): string[] {
  return [
    `${at ? placeText(at) : loss} not understood: ${loss}`,
    ...(reason ? [`  why: ${reason}`] : []),
    ...(stoppedAt ? [`  stopped at: ${placeText(stoppedAt)}`] : []),
    ...(remedy ? [`  do: ${remedy}`] : []),
  ]
}

function advice({ findings }: Report): string[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  return [
    `Run ce-lint again after each change. Reasons and examples: ${rules.map((rule) => `ce-lint explain ${rule}`).join(', ')}`,
    'Columns count from 1, ends are exclusive. Where a finding is wrong, leave the code and say so.',
  ]
}
