import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Configs, openConfigs } from '../config/configs.js'
import { mayHoldConfig } from '../config/find.js'
import { Misuse } from '../config/misuse.js'
import { createCatalog, frameworks } from '../contracts/index.js'
import { formulaWords, handedOver, lossWords } from '../contracts/words.js'
import type { Linted } from '../lint.js'
import { compareText } from '../place.js'
import type { FileProblem, Report } from '../report.js'
import { makeReport } from '../run.js'
import { createGate, type Gate } from '../scan/gate.js'
import { patterns } from '../scan/ignored.js'
import { gateFor, lookAt } from '../scan/read.js'
import { isSource, noSource, notText, relativePath, type Scan, scan } from '../scan/scan.js'
import type { Selection, Selections } from '../scan/selection.js'
import { createDisk, type Disk } from './disk.js'
import { exitCode, tooManyWarnings } from './exit-code.js'
import { checkOutputs, type OutputOptions, renderReport } from './format.js'
import { notice, type Outcome } from './outcome.js'
import { printConfig } from './print-config.js'
import { createProgress } from './progress.js'
import { createStats, type Stats } from './stats.js'
import { checkLinted, parseTarget, renderTrace, type Target, usesAt } from './trace.js'

export interface CheckOptions extends OutputOptions {
  config?: string
  configLookup: boolean
  executableConfig: boolean
  printConfig?: string
  rule?: string[]
  only?: string[]
  skip?: string[]
  minCertainty?: string
  stdin?: boolean
  stdinFilename?: string
  errorOnUnmatchedPattern: boolean
  maxWarnings?: number
  exitZero?: boolean
  strict?: boolean
  trace?: string
  debug?: boolean
  stats?: boolean
  reportUnusedDisableDirectivesSeverity?: string
  inlineConfig: boolean
}

/** The default command: lints files, folders or standard input. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<Outcome> {
  const cwd = process.cwd()
  const stats = createStats()
  checkOutputs(options)
  const configs = openConfigs({
    cwd,
    file: options.config,
    lookup: options.configLookup,
    executable: options.executableConfig,
    commandLine: options,
  })
  if (options.printConfig !== undefined) return printConfig(options.printConfig, configs, cwd)
  const disk = createDisk(cwd)
  const target = options.trace === undefined ? undefined : parseTarget(options.trace, cwd)
  const found = await find(target && paths.length === 0 ? ['.', target.file] : paths, options, cwd, configs)
  if (target) checkLinted(target, found, disk.isFile)
  stats.lap('finding files')
  const { report, traced, unused } = await analyse(found, disk, configs, options, target, stats)
  const text = target ? await renderTrace(target, traced, report, options) : await renderReport(report, options, disk.read)
  stats.lap('report')
  if (options.stats) stats.print(report, found.candidates.length)
  if (!found.partial)
    for (const { id } of unused) notice(`the contract of ${id} describes nothing that was linted: no call leads to a function of that name`)
  return { code: conclude(report, found, options), text }
}

async function find(paths: readonly string[], options: CheckOptions, cwd: string, configs: Configs): Promise<Scan> {
  const globals = frameworks.flatMap((framework) => framework.globals)
  const gate = () => {
    const catalog = createCatalog(configs.whole().contracts)
    return createGate(lossWords(catalog), globals, formulaWords(catalog), handedOver)
  }
  if (!options.stdin && options.stdinFilename !== undefined && !paths.includes('-')) throw new Misuse('--stdin-filename goes with --stdin')
  if (options.stdin || paths.includes('-')) {
    if (paths.some((path) => path !== '-')) throw new Misuse('standard input and paths cannot be linted in one run')
    const path = relativePath(cwd, options.stdinFilename ?? 'stdin.ts')
    await configs.above(dirname(resolve(cwd, path)))
    return fromStdin(path, gate())
  }
  return scan({ cwd, paths: paths.length > 0 ? paths : ['.'], gate, selections: selectionsOf(configs) })
}

/** What each config picks, where it holds. */
function selectionsOf(configs: Configs): Selections {
  const above = async (folder: string): Promise<Selection> => {
    const { base, config } = await configs.above(folder)
    const { files = [], ignores = [] } = config
    return {
      files: files.length > 0 ? patterns(base, files) : undefined,
      ignores: ignores.length > 0 ? [patterns(base, ignores)] : [],
    }
  }
  return { above, within: (folder, entries) => (entries.some(({ name }) => mayHoldConfig(name)) ? above(folder) : undefined) }
}

function fromStdin(path: string, gate: Gate): Scan {
  const found = lookAt(readStdin(), gateFor(path, gate), true)
  const message = !isSource(path) ? noSource : found.verdict === 'binary' ? notText : undefined
  return {
    candidates: message === undefined && found.verdict === 'text' ? [{ path, text: found.text }] : [],
    others: [],
    commented: [],
    partial: true,
    scanned: 1,
    problems: message === undefined ? [] : [{ file: path, message }],
    missing: [],
    empty: [],
  }
}

function readStdin(): Buffer {
  try {
    return readFileSync(0)
  } catch (error) {
    throw new Misuse(`standard input cannot be read: ${(error as Error).message}`)
  }
}

/** The compiler and all that needs it is loaded only when a file was left that may hold a loss call. */
async function analyse(
  found: Scan,
  disk: Disk,
  configs: Configs,
  { debug }: CheckOptions,
  target: Target | undefined,
  stats: Stats,
): Promise<Linted> {
  const { candidates, commented, others, scanned } = found
  if (candidates.length + commented.length === 0)
    return { report: makeReport({ judged: [], files: scanned, problems: found.problems }), traced: [], unused: configs.whole().contracts }
  const [{ lintTraced }, { loadParsers }] = await Promise.all([import('../lint.js'), import('../parsers.js')])
  for (const { path, text } of candidates) disk.remember(path, text)
  const { settingsOf } = configs
  const files = { files: candidates, host: disk, config: configs.whole(), settingsOf, others, commented, scanned, partial: found.partial }
  await loadParsers(files)
  stats.lap('loading')
  const line = createProgress()
  const progress = (file: string, done: number, all: number) => line.show(`${Math.floor((100 * done) / all)} % ${file}`)
  const { report, traced, unused } = lintTraced({ ...files, progress }, target && ((uses) => usesAt(target, uses)))
  line.end()
  stats.lap('analysis')
  if (debug) notice(`analysed ${found.candidates.map(({ path }) => path).join(', ')}`)
  return { report: { ...report, problems: sorted([...found.problems, ...report.problems]) }, traced, unused }
}

function sorted(problems: FileProblem[]): FileProblem[] {
  return problems.sort((a, b) => compareText(a.file, b.file) || compareText(a.message, b.message))
}

function conclude(report: Report, found: Scan, options: CheckOptions) {
  for (const name of found.missing) notice(missing(name))
  for (const name of found.empty) notice(`no source files in ${JSON.stringify(name)} that are not ignored`)
  const { error, warning } = report.summary.findings
  const warnings = { warnings: warning, maxWarnings: options.maxWarnings }
  if (tooManyWarnings(warnings)) notice(`${warning} warnings, at most ${options.maxWarnings} allowed`)
  return exitCode({
    errors: error,
    ...warnings,
    exitZero: options.exitZero ?? false,
    problems: report.problems.length,
    strict: options.strict ?? false,
    internal: report.problems.some((problem) => problem.internal),
    unmatched: options.errorOnUnmatchedPattern && found.missing.length + found.empty.length > 0,
  })
}

function missing(name: string): string {
  const pattern = /[*?{[]/.test(name) ? '; patterns go under "files" in the config' : ''
  return `no file or folder is named ${JSON.stringify(name)}${pattern}`
}
