import type { Finding, Report } from '../report.js'
import { placeText } from './place-text.js'
import type { ReporterContext } from './reporter.js'
import { summary } from './summary.js'

/** One line a finding, `path:line:col: severity rule message`, which editors and `grep` take apart. */
export function concise(report: Report, context: ReporterContext): string {
  const lines = [
    ...report.problems.map(({ file, message }) => `${file}: problem ${message}`),
    ...report.findings.map(line),
    ...(context.unknown ? unknownLines(report) : []),
    summary(report),
  ]
  return `${lines.map((text) => text.replace(/\s*[\r\n]+\s*/g, ' ')).join('\n')}\n`
}

function line({ at, loss, severity, rule, message }: Finding): string {
  return `${at ? placeText(at) : (loss ?? '')}: ${severity} ${rule} ${message.what} ${message.todo}`
}

function unknownLines(report: Report): string[] {
  return report.uses
    .filter((use) => use.verdict === 'unknown')
    .map(({ at, loss, reason, stoppedAt }) => {
      const why = [reason ?? '', stoppedAt ? `(${placeText(stoppedAt)})` : '']
      return [`${at ? placeText(at) : loss}: unknown ${loss}`, ...why].filter(Boolean).join(' ')
    })
}
