import type { Finding, Report, ReportedUse } from '../report.js'
import { frame, type Label } from './frame.js'
import { placeText } from './place-text.js'
import type { ReporterContext } from './reporter.js'
import { summary } from './summary.js'

const plain = { gutter: same, primary: same, secondary: same }

/** For a comment on a pull request, or a step's summary: a heading a finding, with its frame as a code block. */
export function markdown(report: Report, context: ReporterContext): string {
  const unknown = context.unknown ? report.uses.filter(({ verdict }) => verdict === 'unknown') : []
  const blocks = [
    '## ce-lint',
    escaped(summary(report)),
    ...report.findings.flatMap((finding) => section(finding, context)),
    ...list('Not understood', unknown.map(notUnderstood)),
    ...list(
      'Problems',
      report.problems.map(({ file, message }) => `${code(file)}: ${escaped(message)}`),
    ),
  ]
  return `${blocks.join('\n\n')}\n`
}

function section(finding: Finding, context: ReporterContext): string[] {
  const { rule, severity, certainty, message, at, loss, fixes } = finding
  return [
    `### ${severity}: ${code(rule)} (${certainty})`,
    `${code(at ? placeText(at) : loss)} ${escaped(message.what)}`,
    ...frames(finding, context),
    `**Why:** ${escaped(message.why)}\\\n**Do:** ${escaped(message.todo)}`,
    ...(fixes.length > 0 ? [fixes.map(({ title, safe }) => `- ${escaped(title)} (${safe ? 'safe' : 'unsafe'} fix)`).join('\n')] : []),
  ]
}

/** A block a file or cell, the loss call's own first. */
function frames({ at, message, related }: Finding, context: ReporterContext): string[] {
  if (!at) return []
  const labels: Label[] = [
    { at, text: message.what, primary: true },
    ...related.map((each) => ({ at: each.at, text: each.note, primary: false })),
  ]
  const groups = [...new Set(labels.map(group))].map((name) => labels.filter((label) => group(label) === name))
  return groups.flatMap((own) => {
    const { file, cell } = own[0]!.at
    const source = context.source(file, cell)
    if (source === undefined) return []
    const text = [placeText(own[0]!.at), ...frame(source, own, plain)].join('\n')
    return [fenced(text)]
  })
}

function group({ at }: Label): string {
  return `${at.file}:${at.cell ?? ''}`
}

function notUnderstood({ at, loss, reason, stoppedAt, remedy }: ReportedUse): string {
  const where = stoppedAt ? ` (${code(placeText(stoppedAt))})` : ''
  return `${code(at ? placeText(at) : loss)} ${code(loss)}${reason ? `: ${escaped(reason)}` : ''}${where}${remedy ? ` ${escaped(remedy)}` : ''}`
}

function list(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`### ${heading}`, items.map((item) => `- ${item}`).join('\n')]
}

/** A fence longer than any run of backticks inside, which would close it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}

function code(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``
}

/** Code between backticks stays as it is; elsewhere nothing of a message may turn into markup, a link or a mention. */
function escaped(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_[\]<>#|~]/g, '\\$&').replaceAll('@', '@\u200b')))
    .join('')
}

function same(text: string): string {
  return text
}
