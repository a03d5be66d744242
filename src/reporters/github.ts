import type { Finding, Report, Severity } from '../report.js'
import { inCell } from './place-text.js'
import type { ReporterContext } from './reporter.js'
import { count, summary } from './summary.js'

/** The service shows ten annotations a level and step, and drops the rest without a word. */
const limit = 10

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>

/** GitHub Actions' workflow commands: annotations in the diff. */
export function github(report: Report, context: ReporterContext): string {
  const annotations = [
    ...report.problems.map((problem) => ({
      level: 'warning' as const,
      text: command('warning', { file: problem.file, title: 'ce-lint' }, problem.message),
    })),
    ...report.findings.map((finding) => ({ level: commands[finding.severity], text: annotation(finding) })),
    ...(context.unknown ? unknownUses(report) : []),
  ]
  const lines = Object.values(commands).flatMap((level) => {
    const texts = annotations.filter((each) => each.level === level).map((each) => each.text)
    const left = texts.length - limit
    return left > 0
      ? [...texts.slice(0, limit), `${count(left, `more ${level}`)} left out: annotations are capped at ${limit} a level`]
      : texts
  })
  return `${[...lines, summary(report)].join('\n')}\n`
}

function annotation({ at, severity, rule, message }: Finding): string {
  const { what, why, todo } = message
  return command(commands[severity], { ...position(at), title: `ce-lint(${rule})` }, `${inCell(at)}${what} ${why} ${todo}`)
}

function unknownUses(report: Report) {
  return report.uses
    .filter((use) => use.verdict === 'unknown')
    .map((use) => ({
      level: 'notice' as const,
      text: command(
        'notice',
        { ...position(use.at), title: 'ce-lint' },
        `${inCell(use.at)}not understood: ${use.loss}${use.reason ? `, ${use.reason}` : ''}`,
      ),
    }))
}

/** A column range is only taken within one line; a notebook's lines are not the file's. */
function position(at: Finding['at']): Record<string, string | number> {
  if (!at) return {}
  if (at.cell !== undefined) return { file: at.file }
  const lines = { file: at.file, line: at.line, endLine: at.endLine }
  return at.line === at.endLine ? { ...lines, col: at.column, endColumn: at.endColumn } : lines
}

function command(name: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${list.join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
