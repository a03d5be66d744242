import picocolors from 'picocolors'
import stringWidth from 'string-width'
import type { ReportedUse, RouteStep, RouteWay, Suppression, TracedUse } from '../report.js'
import { placeText } from './place-text.js'

type Colors = ReturnType<typeof picocolors.createColors>

/** Longest piece of source that a step quotes. */
const longest = 44

/** Traced loss calls as text: the verdict, then each argument's steps from the call back to where its kind was made or lost. */
export function routes(traced: readonly TracedUse[], color: boolean): string {
  const colors = picocolors.createColors(color)
  return `${traced.map((use) => useLines(use, colors).join('\n')).join('\n\n')}\n`
}

/** What there is instead when no loss call is where one was looked for. */
export function noRoute(where: string, nearest: readonly ReportedUse[]): string {
  if (nearest.length === 0) return `No loss call is at ${where}, nor anywhere else in that file.\n`
  const lines = nearest.map(({ at, loss }) => `  ${at ? placeText(at) : ''}  ${loss}`)
  return [`No loss call is at ${where}. The nearest in that file:`, ...lines, ''].join('\n')
}

function useLines(use: TracedUse, colors: Colors): string[] {
  return [
    `${colors.cyan(use.at ? placeText(use.at) : '')}  ${colors.bold(use.callee)}`,
    ...verdict(use, colors),
    ...use.arguments.flatMap(({ role, text, steps }) => ['', `  ${colors.bold(role)}  ${text}`, ...stepLines(steps, '    ', colors)]),
  ]
}

function verdict({ verdict, reason, findings, stoppedAt }: TracedUse, colors: Colors): string[] {
  if (findings.length > 0)
    return findings.flatMap(({ rule, severity, certainty, message, suppressions = [] }) => [
      `  ${colors.bold('finding')}  ${rule} (${severity}, ${certainty}): the rule fired${suppressions.map(suppressed).join('')}`,
      `    ${message.what}`,
    ])
  const none = 'no rule fired'
  if (verdict === 'clean') return [`  ${colors.bold('clean')}  ${none}`]
  return [`  ${colors.bold('not understood')}  ${none}`, `    ${reason ?? ''}${stoppedAt ? ` (${placeText(stoppedAt)})` : ''}`]
}

function suppressed(by: Suppression): string {
  return `, and ${by.kind === 'baseline' ? 'the baseline' : `the comment at ${placeText(by.at)}`} suppresses it`
}

function stepLines(steps: readonly RouteStep[], indent: string, colors: Colors): string[] {
  const rows = steps.map((step) => ({ step, place: step.at ? placeText(step.at) : '', text: shortened(step.text) }))
  const width = (of: (row: (typeof rows)[number]) => string) => Math.max(0, ...rows.map((row) => stringWidth(of(row))))
  const [places, texts] = [width((row) => row.place), width((row) => row.text)]
  return rows.flatMap(({ step, place, text }) => {
    const when = step.when ? [`${indent}${colors.dim(step.when)}`] : []
    const line = `${indent}${colors.cyan(pad(place, places))}  ${pad(text, texts)}  ${step.holds}${mark(step, colors)}`
    return [...when, line, ...(step.ways ?? []).flatMap((way) => wayLines(way, `${indent}  `, colors))]
  })
}

function wayLines({ when, steps }: RouteWay, indent: string, colors: Colors): string[] {
  return [`${indent}${colors.dim(when === '' ? 'or' : when)}`, ...stepLines(steps, `${indent}  `, colors)]
}

function mark({ end }: RouteStep, colors: Colors): string {
  if (end === undefined) return ''
  return end === 'made' ? `  ${colors.green('← made here')}` : `  ${colors.magenta('← lost here')}`
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}
