import picocolors from 'picocolors'
import type { Finding, Picture, Report, ReportedUse, Severity } from '../report.js'
import { argumentsText, cut, drawing } from './drawing.js'
import { frame, type Label, type Paint } from './frame.js'
import { placeText } from './place-text.js'
import type { ReporterContext } from './reporter.js'
import { summary } from './summary.js'

type Colors = ReturnType<typeof picocolors.createColors>

/** For people: a code frame with every place of the trace, then why and what to do. */
export function pretty(report: Report, context: ReporterContext): string {
  const colors = picocolors.createColors(context.color)
  const blocks = [
    ...report.problems.map(({ file, message }) => [`${colors.bold(colors.red('problem'))} ${file}`, `  ${message}`]),
    ...report.findings.map((finding) => findingBlock(finding, context, colors)),
    ...(context.unknown ? report.uses.filter((use) => use.verdict === 'unknown').map((use) => unknownBlock(use, context, colors)) : []),
    ...report.uses.flatMap((use) => (use.picture ? [pictureBlock(use, use.picture, context.terminal ?? false, colors)] : [])),
    closing(report, context, colors),
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function findingBlock(finding: Finding, context: ReporterContext, colors: Colors): string[] {
  const { severity, rule, certainty, message, at, loss } = finding
  const tint = tints(colors)[severity]
  return [
    `${colors.bold(tint(severity))} ${colors.bold(rule)}  ${colors.dim(certainty)}`,
    ...(at ? findingFrames(finding, context, colors) : [`  ${colors.cyan(loss ?? '')}`, `  ${message.what}`]),
    ...(finding.evidence ?? []).map((note) => `  ${colors.dim('seen')}  ${note}`),
    `  ${colors.dim('why')}   ${message.why}`,
    `  ${colors.dim('do')}    ${message.todo}`,
    ...finding.fixes.map((fix) => `  ${colors.dim('fix')}   ${fix.title} ${colors.dim(fix.safe ? '[safe]' : '[unsafe]')}`),
  ]
}

function findingFrames({ at, message, related, severity }: Finding, context: ReporterContext, colors: Colors): string[] {
  const labels: Label[] = [{ at: at!, text: message.what, primary: true }]
  for (const { at, note } of related) if (!labels.some((label) => same(label, at, note))) labels.push({ at, text: note, primary: false })
  return frames(labels, context, { gutter: colors.dim, primary: tints(colors)[severity], secondary: colors.blue }, colors)
}

/** The first label's own file or cell first, then the others in the order in which the trace enters them. */
function frames(labels: readonly Label[], context: ReporterContext, paint: Paint, colors: Colors): string[] {
  const files = [...new Set(labels.map((label) => group(label)))]
  return files.flatMap((file) => {
    const own = labels.filter((label) => group(label) === file)
    return [`  ${colors.cyan(placeText(own[0]!.at))}`, ...framed(own, context, paint)]
  })
}

/** Without the source, the places are named instead. */
function framed(labels: readonly Label[], context: ReporterContext, paint: Paint): string[] {
  const { file, cell } = labels[0]!.at
  const source = context.source(file, cell)
  if (source !== undefined) return frame(source, labels, paint)
  return labels.map(({ at, text }, index) => (index === 0 ? `  ${text}` : `  ${paint.secondary(`${placeText(at)} ${text}`)}`))
}

function group({ at }: Label): string {
  return `${at.file}:${at.cell ?? ''}`
}

function same(label: Label, at: Label['at'], note: string): boolean {
  return label.text === note && placeText(label.at) === placeText(at)
}

function unknownBlock({ at, loss, reason, stoppedAt, remedy }: ReportedUse, context: ReporterContext, colors: Colors): string[] {
  const text = reason ?? 'nothing shows what its arguments hold'
  const title = `${colors.bold(colors.magenta('not understood'))} ${loss}`
  const todo = remedy === undefined ? [] : [`  ${colors.dim('do')}    ${remedy}`]
  if (!at) return [title, `  ${text}`, ...todo]
  const paint: Paint = { gutter: colors.dim, primary: colors.magenta, secondary: colors.blue }
  const labels: Label[] = stoppedAt
    ? [
        { at, text: 'what this is given is not known', primary: true },
        { at: stoppedAt, text, primary: false },
      ]
    : [{ at, text, primary: true }]
  return [title, ...frames(labels, context, paint, colors), ...todo]
}

function pictureBlock({ at, loss }: ReportedUse, picture: Picture, terminal: boolean, colors: Colors): string[] {
  return [cut(`${at?.file ?? loss}: ${argumentsText(picture)}`), ...drawing(picture, terminal).map((line) => colors.dim(line))]
}

function closing(report: Report, context: ReporterContext, colors: Colors): string[] {
  const { findings, unknown } = report.summary
  const worst: Severity | undefined = findings.error > 0 ? 'error' : findings.warning > 0 ? 'warning' : undefined
  const line = colors.bold(worst ? tints(colors)[worst](summary(report)) : summary(report))
  if (unknown === 0 || context.unknown) return [line]
  return [
    colors.dim(
      unknown === 1
        ? 'ce-lint --unknown lists the call that was not understood'
        : 'ce-lint --unknown lists the calls that were not understood',
    ),
    line,
  ]
}

function tints(colors: Colors): Record<Severity, (text: string) => string> {
  return { error: colors.red, warning: colors.yellow, info: colors.blue }
}
