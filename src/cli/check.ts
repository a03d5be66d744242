import { resolve } from 'node:path'
import { type ConfigRequest, type Configs, openConfigs } from '../config/configs.js'
import { knownNames } from '../config/known-names.js'
import { Misuse } from '../config/misuse.js'
import type { FingerprintKey } from '../fingerprint.js'
import type { Linted, LintOptions } from '../lint.js'
import { nearest } from '../nearest.js'
import type { Report } from '../report.js'
import { makeReport } from '../run.js'
import type { Scan } from '../scan/scan.js'
import { type Baseline, type BaselineOptions, hasUnpruned, readBaseline, rebased, suppresses, updateBaseline } from './baseline.js'
import { type ChangedOptions, changedFiles, tellUnchanged } from './changed.js'
import { conclude } from './conclude.js'
import { createDisk, type Disk } from './disk.js'
import { checkStdin, findFiles, isStdin } from './find-files.js'
import { checkFixing, finish, fixed, isFixing, type Mended } from './fix.js'
import { checkOutputs, type OutputOptions, renderReport } from './format.js'
import { notice, type Outcome } from './outcome.js'
import { printConfig } from './print-config.js'
import { createProgress } from './progress.js'
import { isWhole, rootOf } from './root.js'
import { createStats, type Stats } from './stats.js'
import { checkLinted, parseTarget, renderTrace, type Target, usesAt } from './trace.js'
import { askWhole } from './unneeded.js'

export interface CheckOptions extends OutputOptions, BaselineOptions, ChangedOptions {
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
  ignorePattern?: string[]
  ignore: boolean
  maxWarnings?: number
  exitZero?: boolean
  strict?: boolean
  trace?: string
  debug?: boolean
  stats?: boolean
  reportUnusedDisableDirectivesSeverity?: string
  inlineConfig: boolean
  fix?: boolean
  unsafeFixes?: boolean
  fixDryRun?: boolean
  diff?: boolean
  /** Names of commands, for one that is misspelt is taken for a path. */
  commands?: readonly string[]
}

/** The default command: lints files, folders or standard input. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<Outcome> {
  const cwd = process.cwd()
  const stats = createStats()
  checkOutputs(options)
  checkStdin(paths, options)
  checkFixing(paths, options)
  const configs = openConfigs(requestOf(cwd, options))
  if (options.printConfig !== undefined) return printConfig(options.printConfig, configs, cwd)
  const disk = createDisk(cwd)
  const target = options.trace === undefined ? undefined : parseTarget(options.trace, cwd)
  const baseline = readBaseline(cwd, options, knownNames().rules)
  const touching = changedFiles(cwd, options)
  if (target && touching) throw new Misuse('--trace shows a loss call whatever has changed: leave --changed, --since and --staged out')
  const found = await findFiles(target && paths.length === 0 ? ['.', target.file] : paths, options, cwd, configs)
  if (options.pruneSuppressions && found.partial)
    throw new Misuse('--prune-suppressions needs a folder: a single file does not show all that calls into it')
  if (target) checkLinted(target, found, disk.isFile)
  stats.lap('finding files')
  const whole = !found.partial && isWhole(paths, cwd, baseline.file)
  const run = { disk, configs, options, target, baseline, touching, whole, stats }
  const { report: first, traced, unused, repaired } = await analyse(found, run)
  if (repaired) {
    const done = finish(repaired, first, options, disk)
    const text = done.text ?? (await renderReport(done.report, options, disk.read))
    return { code: done.failed ? 2 : codeOf(done.report, found, options, hasUnpruned(cwd, baseline, done.report, options)), text }
  }
  const judged = whole || touching || found.partial ? first : await askWhole(first, baseline, found.looked, () => entriesOfWhole(run, cwd))
  const report = updateBaseline(cwd, baseline, judged, options)
  const text = target ? await renderTrace(target, traced, report, options) : await renderReport(report, options, disk.read)
  stats.lap('report')
  if (options.stats) stats.print(report, found.candidates.length)
  if (isStdin(paths, options) && options.stdinFilename === undefined && report.problems.length > 0)
    notice('standard input was read as TypeScript: --stdin-filename says what it is, such as train.py')
  if (whole && !touching)
    for (const { id } of unused) notice(`the contract of ${id} describes nothing that was linted: no call leads to a function of that name`)
  return { code: codeOf(report, found, options, hasUnpruned(cwd, baseline, report, options)), text }
}

/** What the whole project has no use for, whose names and settings are those of a run in its own folder. */
async function entriesOfWhole({ options, baseline, stats }: Run, cwd: string): Promise<readonly FingerprintKey[]> {
  const root = rootOf(cwd, baseline.file)
  const configs = openConfigs(requestOf(root, { ...options, ...(options.config && { config: resolve(cwd, options.config) }) }))
  const entries = baseline.entries.map((entry) => rebased(entry, cwd, root))
  const asked = { options, configs, stats, disk: createDisk(root), baseline: { ...baseline, entries }, whole: true }
  const { report } = await analyse(await findFiles(['.'], options, root, configs), { ...asked, target: undefined, touching: undefined })
  return (report.unneeded ?? []).map((entry) => rebased(entry, root, cwd))
}

function requestOf(cwd: string, options: CheckOptions): ConfigRequest {
  return { cwd, file: options.config, lookup: options.configLookup, executable: options.executableConfig, commandLine: options }
}

interface Run {
  disk: Disk
  configs: Configs
  options: CheckOptions
  target: Target | undefined
  baseline: Baseline
  /** Files that have changed, when only what touches them is told. */
  touching: readonly string[] | undefined
  /** All of the project is linted. */
  whole: boolean
  stats: Stats
}

/** The compiler and all that needs it is loaded only when a file was left that may hold a loss call. */
async function analyse(found: Scan, { disk, configs, options, target, baseline, touching, whole, stats }: Run): Promise<Analysis> {
  const { candidates, looked, problems, missing, empty, ...rest } = found
  const told = touching ? looked.filter((path) => touching.includes(path)) : looked
  const isIdle = candidates.length + rest.commented.length + baseline.entries.length === 0
  if (touching && told.length === 0) tellUnchanged(options)
  if (isIdle || (touching && told.length === 0)) {
    const report = makeReport({ judged: [], files: told.length, problems: touching ? [] : problems })
    return { report, traced: [], unused: configs.whole().contracts }
  }
  const [{ lintTraced }, { loadParsers }] = await Promise.all([import('../lint.js'), import('../parsers.js')])
  for (const { path, text } of candidates) disk.remember(path, text)
  const suppress = suppresses(options)
  const line = createProgress()
  const files: LintOptions = {
    ...{
      files: candidates,
      host: disk,
      config: configs.whole(),
      settingsOf: configs.settingsOf,
      ...rest,
      looked,
      problems,
      partial: !whole,
    },
    ...{ baseline: baseline.entries, progress: (file, done, all) => line.show(`${Math.floor((100 * done) / all)} % ${file}`) },
    ...(suppress && { suppress }),
    ...(touching && { touching }),
  }
  await loadParsers(files)
  stats.lap('loading')
  if (isFixing(options)) {
    const { report, repaired } = await fixed(files, disk, options)
    line.end()
    return { report, traced: [], unused: [], repaired }
  }
  const linted = lintTraced(files, target && ((uses) => usesAt(target, uses)))
  line.end()
  stats.lap('analysis')
  if (options.debug) notice(`analysed ${candidates.map(({ path }) => path).join(', ')}`)
  return linted
}

interface Analysis extends Linted {
  repaired?: Mended
}

function codeOf(report: Report, found: Scan, options: CheckOptions, unpruned: boolean) {
  for (const name of found.missing) notice(missing(name, options.commands ?? []))
  for (const name of found.empty) notice(`no source files in ${JSON.stringify(name)} that are not ignored`)
  const unmatched = options.errorOnUnmatchedPattern && (found.missing.length + found.empty.length > 0 || found.looked.length === 0)
  return conclude(report, options, { unmatched, unpruned })
}

function missing(name: string, commands: readonly string[]): string {
  const command = nearest(name, commands)
  const pattern = /[*?{[]/.test(name) ? '; patterns go under "files" in the config' : ''
  return `no file or folder is named ${JSON.stringify(name)}${command ? `; the nearest command is ${JSON.stringify(command)}` : pattern}`
}
