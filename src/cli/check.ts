import { readFileSync } from 'node:fs'
import type { ResolvedConfig } from '../config/config.js'
import { Misuse } from '../config/misuse.js'
import { resolveConfig } from '../config/resolve.js'
import { createCatalog, frameworks } from '../contracts/index.js'
import { formulaWords, handedOver, lossWords } from '../contracts/words.js'
import type { Repaired } from '../fixes/repair.js'
import { compareText } from '../place.js'
import type { FileProblem, Report, TracedUse } from '../report.js'
import { makeReport } from '../run.js'
import { createGate, type Gate } from '../scan/gate.js'
import { patterns } from '../scan/ignored.js'
import { gateFor, lookAt } from '../scan/read.js'
import { isSource, noSource, notText, relativePath, type Scan, scan } from '../scan/scan.js'
import { createDisk, type Disk } from './disk.js'
import { exitCode, tooManyWarnings } from './exit-code.js'
import { checkFixing, finish, fixed, isFixing } from './fix.js'
import { checkOutputs, type OutputOptions, renderReport } from './format.js'
import { notice, type Outcome } from './outcome.js'
import { checkLinted, parseTarget, renderTrace, type Target, usesAt } from './trace.js'

export interface CheckOptions extends OutputOptions {
  config?: string
  configLookup: boolean
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
  reportUnusedDisableDirectivesSeverity?: string
  inlineConfig: boolean
  fix?: boolean
  unsafeFixes?: boolean
  fixDryRun?: boolean
  diff?: boolean
}

/** The default command: lints files, folders or standard input. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<Outcome> {
  const cwd = process.cwd()
  checkOutputs(options)
  const { config, base } = await resolveConfig({
    cwd,
    file: options.config,
    lookup: options.configLookup,
    overrides: options,
  })
  const disk = createDisk(cwd)
  const target = options.trace === undefined ? undefined : parseTarget(options.trace, cwd)
  const found = find(target && paths.length === 0 ? ['.', target.file] : paths, options, { cwd, base, config })
  if (target) checkLinted(target, found, disk.isFile)
  if (options.unsafeFixes && !isFixing(options)) throw new Misuse('--unsafe-fixes goes with --fix, --fix-dry-run or --diff')
  if (isFixing(options)) checkFixing(options, target !== undefined, options.stdin === true || paths.includes('-'))
  const { report, traced, repaired } = await analyse(found, disk, config, options, target)
  if (repaired) {
    const done = finish(repaired, report, options, disk)
    const text = done.text ?? (await renderReport(done.report, options, disk.read))
    return { code: done.failed ? 2 : conclude(done.report, found, options), text }
  }
  const text = target ? await renderTrace(target, traced, report, options) : await renderReport(report, options, disk.read)
  return { code: conclude(report, found, options), text }
}

function find(paths: readonly string[], options: CheckOptions, where: { cwd: string; base: string; config: ResolvedConfig }): Scan {
  const { cwd, base, config } = where
  const globals = frameworks.flatMap((framework) => framework.globals)
  const catalog = createCatalog(config.contracts)
  const gate = createGate(lossWords(catalog), globals, formulaWords(catalog), handedOver)
  if (!options.stdin && options.stdinFilename !== undefined && !paths.includes('-')) throw new Misuse('--stdin-filename goes with --stdin')
  if (options.stdin || paths.includes('-')) {
    if (paths.some((path) => path !== '-')) throw new Misuse('standard input and paths cannot be linted in one run')
    return fromStdin(relativePath(cwd, options.stdinFilename ?? 'stdin.ts'), gate)
  }
  return scan({
    cwd,
    paths: paths.length > 0 ? paths : ['.'],
    gate,
    files: config.files.length > 0 ? patterns(base, config.files) : undefined,
    ignores: config.ignores.length > 0 ? [patterns(base, config.ignores)] : [],
  })
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
  config: ResolvedConfig,
  options: CheckOptions,
  target: Target | undefined,
): Promise<Analysis> {
  const { candidates, commented, others, scanned } = found
  if (candidates.length + commented.length === 0)
    return { report: makeReport({ judged: [], files: scanned, problems: found.problems }), traced: [] }
  const [{ lintTraced }, { loadParsers }] = await Promise.all([import('../lint.js'), import('../parsers.js')])
  for (const { path, text } of candidates) disk.remember(path, text)
  const files = { files: candidates, host: disk, config, others, commented, scanned, partial: found.partial }
  await loadParsers(files)
  const whole = (report: Report) => ({ ...report, problems: sorted([...found.problems, ...report.problems]) })
  if (isFixing(options)) {
    const { report, repaired } = await fixed(files, disk, options)
    return { report: whole(report), traced: [], repaired: { ...repaired, report: whole(repaired.report) } }
  }
  const { report, traced } = lintTraced(files, target && ((uses) => usesAt(target, uses)))
  if (options.debug) notice(`analysed ${found.candidates.map(({ path }) => path).join(', ')}`)
  return { report: whole(report), traced }
}

interface Analysis {
  report: Report
  traced: readonly TracedUse[]
  repaired?: Repaired
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
