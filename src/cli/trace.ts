import { resolve } from 'node:path'
import { Misuse } from '../config/misuse.js'
import type { Report, ReportedUse, TracedUse } from '../report.js'
import { noRoute, routes } from '../reporters/route.js'
import { relativePath, type Scan } from '../scan/scan.js'
import { colored, type Output, type OutputOptions, outputs } from './format.js'

/** Where a loss call is whose verdict is to be explained. */
export interface Target {
  /** POSIX path relative to the working directory. */
  file: string
  /** In a notebook; the line is then counted within it. */
  cell?: number
  line: number
  column?: number
}

/** Loss calls that are named when none is where one was looked for. */
const mostNearest = 3

/**
 * Takes `file:line` or `file:line:column` apart, with `cell n:` before the line in a notebook, as reports print places; the
 * file's own name may hold colons. Throws `Misuse`.
 */
export function parseTarget(text: string, cwd: string): Target {
  const [, file, cell, line, column] = text.match(/^(.+?):(?:cell (\d+):)?(\d+)(?::(\d+))?$/) ?? []
  if (file === undefined || Number(line) === 0 || Number(column ?? 1) === 0)
    throw new Misuse(`--trace: expected file:line or file:line:column, counted from 1, found ${JSON.stringify(text)}`)
  return {
    file: relativePath(cwd, resolve(cwd, file)),
    ...(cell !== undefined && { cell: Number(cell) }),
    line: Number(line),
    ...(column !== undefined && { column: Number(column) }),
  }
}

/** Throws `Misuse` when the file is none of those that were linted. */
export function checkLinted(target: Target, { candidates, others }: Scan, isFile: (path: string) => boolean): void {
  if (!isFile(target.file) && !candidates.some(({ path }) => path === target.file))
    throw new Misuse(`--trace: no file is named ${JSON.stringify(target.file)}`)
  const linted = candidates.length === 0 || candidates.some(({ path }) => path === target.file) || others.includes(target.file)
  if (!linted) throw new Misuse(`--trace: ${target.file} is not among the files that are linted`)
}

/** The loss calls at the target: those on its line, and of them those at its column if any are. */
export function usesAt(target: Target, uses: readonly ReportedUse[]): ReadonlySet<ReportedUse> {
  const onLine = uses.filter(({ at }) => isIn(target, at) && at.line <= target.line && target.line <= at.endLine)
  const { column } = target
  const exact = column === undefined ? [] : onLine.filter(({ at }) => at && covers(at, target.line, column))
  return new Set(exact.length > 0 ? exact : onLine)
}

function isIn({ file, cell }: Target, at: ReportedUse['at']): at is NonNullable<ReportedUse['at']> {
  return at?.file === file && (cell === undefined || at.cell === cell)
}

function covers({ line, column, endLine, endColumn }: NonNullable<ReportedUse['at']>, atLine: number, atColumn: number): boolean {
  return (atLine > line || atColumn >= column) && (atLine < endLine || atColumn < endColumn)
}

/** The text of a trace; with `--format json` its data. */
export function renderTrace(target: Target, traced: readonly TracedUse[], { uses }: Report, options: OutputOptions): Promise<string> {
  const close = traced.length > 0 ? [] : nearest(target, uses)
  return outputs(options, textOf)

  function textOf(output: Output): string {
    if (output.format === 'json') return `${JSON.stringify({ version: 1, target, uses: traced, nearest: close }, null, 2)}\n`
    return traced.length > 0 ? routes(traced, colored(options, output)) : noRoute(targetText(target), close)
  }
}

function targetText({ file, cell, line, column }: Target): string {
  return [file, ...(cell === undefined ? [] : [`cell ${cell}`]), line, ...(column === undefined ? [] : [column])].join(':')
}

function nearest({ file, line }: Target, uses: readonly ReportedUse[]): ReportedUse[] {
  const distance = ({ at }: ReportedUse) => Math.abs((at?.line ?? 0) - line)
  return uses
    .filter(({ at }) => at?.file === file)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, mostNearest)
}
