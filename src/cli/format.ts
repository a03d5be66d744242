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

/** One text that a run makes: standard output's where it has no file. */
export interface Output {
  format?: string
  file?: string
}

/** Options of every command that prints a report. */
export interface OutputOptions {
  /** In the order of the command line; none is standard output in the default format. */
  outputs?: readonly Output[]
  color?: boolean
  unknown?: boolean
  quiet?: boolean
}

/** Checked before any work is done. Throws `Misuse` for a name that is no format, and for two texts that go to one place. */
export function checkOutputs({ outputs = [] }: OutputOptions): void {
  for (const { format } of outputs) chooseFormat(format, process.env, true)
  const places = outputs.map(({ file }) => (file === undefined ? undefined : resolve(file)))
  const twice = outputs.find((_, index) => places.indexOf(places[index]) !== index)
  if (!twice) return
  throw new Misuse(
    twice.file === undefined
      ? '--format: only one format can go to standard output; name an --output-file after each of the others'
      : `--output-file: ${twice.file} is named twice`,
  )
}

/** The format by its name, or the one for where the text goes. Throws `Misuse`. */
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

/** The report in each chosen format. Those with a file are written there, and the text for standard output is returned. */
export async function renderReport(report: Report, options: OutputOptions, read: (file: string) => string | undefined): Promise<string> {
  const rest = await outputs(options, (output) => rendered(report, options, output, read))
  if (!toStandardOutput(options)) process.stderr.write(`${summary(report)}\n`)
  return rest
}

async function rendered(
  report: Report,
  options: OutputOptions,
  output: Output,
  read: (file: string) => string | undefined,
): Promise<string> {
  const terminal = output.file === undefined && process.stdout.isTTY === true
  const format = chooseFormat(output.format, process.env, terminal)
  const reporter = await loadReporter(format)
  return reporter(options.quiet ? errorsOnly(report) : report, {
    source: (file, cell) => {
      const text = read(file)
      return cell === undefined || text === undefined ? text : cellText(text, cell)
    },
    color: colored(options, output),
    terminal,
    unknown: options.unknown ?? false,
    rules: format === 'sarif' ? await ruleInfos() : [],
  })
}

export function colored({ color }: OutputOptions, { file }: Output): boolean {
  return useColor(color, process.env, file === undefined && process.stdout.isTTY === true)
}

/** Makes each text that was asked for and writes it to its file; returns standard output's, which may be empty. */
export async function outputs(options: OutputOptions, make: (output: Output) => string | Promise<string>): Promise<string> {
  let rest = ''
  for (const output of options.outputs ?? [{}]) {
    const text = await make(output)
    if (output.file === undefined) rest = text
    else writeOutput(output.file, text)
  }
  return rest
}

function toStandardOutput({ outputs }: OutputOptions): boolean {
  return outputs === undefined || outputs.some(({ file }) => file === undefined)
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
