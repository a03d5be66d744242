import { readFileSync } from 'node:fs'
import type { ResolvedConfig } from '../config/config.js'
import { knownNames } from '../config/known-names.js'
import { Misuse } from '../config/misuse.js'
import { resolveConfig } from '../config/resolve.js'
import { createCatalog, frameworks } from '../contracts/index.js'
import { formulaWords, handedOver, lossWords } from '../contracts/words.js'
import type { LintOptions } from '../lint.js'
import type { Report, TracedUse } from '../report.js'
import { makeReport } from '../run.js'
import { createGate, type Gate } from '../scan/gate.js'
import { type IgnoreRules, patterns } from '../scan/ignored.js'
import { gateFor, lookAt } from '../scan/read.js'
import { isSource, noSource, notText, relativePath, type Scan, scan } from '../scan/scan.js'
import { type Baseline, type BaselineOptions, hasUnpruned, readBaseline, suppresses, updateBaseline } from './baseline.js'
import { type ChangedOptions, changedFiles } from './changed.js'
import { createDisk, type Disk } from './disk.js'
import { exitCode, tooManyWarnings } from './exit-code.js'
import { checkOutputs, type OutputOptions, renderReport } from './format.js'
import { notice, type Outcome } from './outcome.js'
import { checkLinted, parseTarget, renderTrace, type Target, usesAt } from './trace.js'

export interface CheckOptions extends OutputOptions, BaselineOptions, ChangedOptions {
  config?: string
  configLookup: boolean
  rule?: string[]
  only?: string[]
  skip?: string[]
  minCertainty?: string
  stdin?: boolean
  stdinFilename?: string
  errorOnUnmatchedPattern: boolean
  ignorePattern?: string[]
  ignore: boolean
  maxWarnings?: number
  exitZero?: boolean
  strict?: boolean
  trace?: string
  debug?: boolean
  reportUnusedDisableDirectivesSeverity?: string
  inlineConfig: boolean
}

/** The default command: lints files, folders or standard input. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<Outcome> {
  const cwd = process.cwd()
  checkOutputs(options)
  checkStdin(paths, options)
  const { config, base } = await resolveConfig({
    cwd,
    file: options.config,
    lookup: options.configLookup,
    overrides: options,
  })
  const disk = createDisk(cwd)
  const target = options.trace === undefined ? undefined : parseTarget(options.trace, cwd)
  const baseline = readBaseline(cwd, options, knownNames().rules)
  const touching = changedFiles(cwd, options)
  const found = find(target && paths.length === 0 ? ['.', target.file] : paths, options, { cwd, base, config })
  if (options.pruneSuppressions && found.partial)
    throw new Misuse('--prune-suppressions needs a folder: a single file does not show all that calls into it')
  if (target) checkLinted(target, found, disk.isFile)
  const run = { disk, config, options, target, baseline, touching }
  const { report: first, traced } = await analyse(found, run)
  const report = updateBaseline(cwd, baseline, first, options)
  const text = target ? await renderTrace(target, traced, report, options) : await renderReport(report, options, disk.read)
  const unpruned = hasUnpruned(cwd, baseline, report, options)
  return { code: conclude(report, found, options, unpruned), text }
}

function isStdin(paths: readonly string[], { stdin }: CheckOptions): boolean {
  return stdin === true || paths.includes('-')
}

/** Options about what lies on the disk. */
const ofDisk = ['suppressAll', 'suppressRule', 'pruneSuppressions', 'changed', 'since', 'staged'] as const

function checkStdin(paths: readonly string[], options: CheckOptions): void {
  if (!isStdin(paths, options) && options.stdinFilename !== undefined) throw new Misuse('--stdin-filename goes with --stdin')
  const wrong = isStdin(paths, options) && ofDisk.find((name) => options[name])
  if (!wrong) return
  const name = wrong.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  throw new Misuse(`--${name} and standard input do not go together`)
}

function find(paths: readonly string[], options: CheckOptions, where: { cwd: string; base: string; config: ResolvedConfig }): Scan {
  const { cwd, base, config } = where
  const globals = frameworks.flatMap((framework) => framework.globals)
  const catalog = createCatalog(config.contracts)
  const gate = createGate(lossWords(catalog), globals, formulaWords(catalog), handedOver)
  if (isStdin(paths, options)) {
    if (paths.some((path) => path !== '-')) throw new Misuse('standard input and paths cannot be linted in one run')
    return fromStdin(relativePath(cwd, options.stdinFilename ?? 'stdin.ts'), gate)
  }
  return scan({
    cwd,
    paths: paths.length > 0 ? paths : ['.'],
    gate,
    files: config.files.length > 0 ? patterns(base, config.files) : undefined,
    ignores: [...patternsOf(cwd, options.ignorePattern ?? []), ...patternsOf(base, config.ignores)],
    all: !options.ignore,
  })
}

function patternsOf(base: string, list: readonly string[]): IgnoreRules[] {
  return list.length > 0 ? [patterns(base, list)] : []
}

function fromStdin(path: string, gate: Gate): Scan {
  const found = lookAt(readStdin(), gateFor(path, gate), true)
  const message = !isSource(path) ? noSource : found.verdict === 'binary' ? notText : undefined
  return {
    candidates: message === undefined && found.verdict === 'text' ? [{ path, text: found.text }] : [],
    others: [],
    commented: [],
    partial: true,
    looked: [path],
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
async function analyse(found: Scan, { disk, config, options, target, baseline, touching }: Run): Promise<Analysis> {
  const { candidates, looked, problems, missing, empty, ...rest } = found
  const told = touching ? looked.filter((path) => touching.includes(path)) : looked
  const isIdle = candidates.length + rest.commented.length + baseline.entries.length === 0
  if (isIdle || (touching && told.length === 0))
    return { report: makeReport({ judged: [], files: told.length, problems: touching ? [] : problems }), traced: [] }
  const [{ lintTraced }, { loadParsers }] = await Promise.all([import('../lint.js'), import('../parsers.js')])
  for (const { path, text } of candidates) disk.remember(path, text)
  const suppress = suppresses(options)
  const files: LintOptions = {
    ...{ files: candidates, host: disk, config, ...rest, looked, problems, baseline: baseline.entries },
    ...(suppress && { suppress }),
    ...(touching && { touching }),
  }
  await loadParsers(files)
  const analysis = lintTraced(files, target && ((uses) => usesAt(target, uses)))
  if (options.debug) notice(`analysed ${candidates.map(({ path }) => path).join(', ')}`)
  return analysis
}

interface Run {
  disk: Disk
  config: ResolvedConfig
  options: CheckOptions
  target: Target | undefined
  baseline: Baseline
  /** Files that have changed, when only what touches them is told. */
  touching: readonly string[] | undefined
}

interface Analysis {
  report: Report
  traced: readonly TracedUse[]
}

function conclude(report: Report, found: Scan, options: CheckOptions, unpruned: boolean) {
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
    unpruned,
    unmatched: options.errorOnUnmatchedPattern && found.missing.length + found.empty.length > 0,
  })
}

function missing(name: string): string {
  const pattern = /[*?{[]/.test(name) ? '; patterns go under "files" in the config' : ''
  return `no file or folder is named ${JSON.stringify(name)}${pattern}`
}
