import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Misuse } from '../config/misuse.js'
import { unknownName } from '../config/unknown-name.js'
import { cellText } from '../frontends/notebook/cells.js'
import type { Report } from '../report.js'
import { loadReporter } from '../reporters/index.js'
import { type Format, formats, type RuleInfo } from '../reporters/reporter.js'
import { summary } from '../reporters/summary.js'
import { rulePage } from './pages.js'

/** Options of every command that prints a report. */
export interface OutputOptions {
  format?: string
  outputFile?: string
  color?: boolean
  unknown?: boolean
  quiet?: boolean
}

/** Names as given, checked before any work is done. Throws `Misuse`. */
export function chooseFormat(name: string | undefined, env: NodeJS.ProcessEnv, terminal: boolean): Format {
  if (name === undefined) return env.GITHUB_ACTIONS === 'true' ? 'github' : terminal ? 'pretty' : 'concise'
  const found = formats.find((each) => each === name)
  if (!found) throw new Misuse(`--format: ${unknownName(name, 'format', formats)} (${formats.join(', ')})`)
  return found
}

/** The options win over `NO_COLOR`, it over `FORCE_COLOR`, and both over what the output is. */
export function useColor(option: boolean | undefined, env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (option !== undefined) return option
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return terminal && env.TERM !== 'dumb'
}

/** The report in the chosen format; with an output file written there, and then the text for standard output is empty. */
export async function renderReport(report: Report, options: OutputOptions, read: (file: string) => string | undefined): Promise<string> {
  const terminal = options.outputFile === undefined && process.stdout.isTTY === true
  const format = chooseFormat(options.format, process.env, terminal)
  const reporter = await loadReporter(format)
  const text = reporter(options.quiet ? errorsOnly(report) : report, {
    source: (file, cell) => {
      const text = read(file)
      return cell === undefined || text === undefined ? text : cellText(text, cell)
    },
    color: colored(options),
    terminal,
    unknown: options.unknown ?? false,
    rules: format === 'sarif' ? await ruleInfos() : [],
  })
  const rest = output(text, options)
  if (options.outputFile !== undefined) process.stderr.write(`${summary(report)}\n`)
  return rest
}

export function colored({ color, outputFile }: OutputOptions): boolean {
  return useColor(color, process.env, outputFile === undefined && process.stdout.isTTY === true)
}

/** The text for standard output: empty when it was written to a file. */
export function output(text: string, { outputFile }: OutputOptions): string {
  if (outputFile === undefined) return text
  writeOutput(outputFile, text)
  return ''
}

/** The summary keeps all counts, so that the closing line can say how many findings are not shown. */
function errorsOnly(report: Report): Report {
  return { ...report, findings: report.findings.filter((finding) => finding.severity === 'error') }
}

async function ruleInfos(): Promise<RuleInfo[]> {
  const { rules } = await import('../../rules/index.js')
  return rules.map(({ name, severity, summary }) => ({ name, severity, summary, help: rulePage(name) }))
}

function writeOutput(file: string, text: string): void {
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    throw new Misuse(`--output-file: ${(error as Error).message}`)
  }
}
