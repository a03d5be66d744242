import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs'
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { Misuse } from '../config/misuse.js'
import type { Repaired } from '../fixes/repair.js'
import type { LintOptions } from '../lint.js'
import { compareText } from '../place.js'
import type { Report } from '../report.js'
import { placeText } from '../reporters/place-text.js'
import { summary } from '../reporters/summary.js'
import { encodedLike, textOf } from '../scan/read.js'
import type { CheckOptions } from './check.js'
import type { Disk } from './disk.js'
import { isStdin } from './find-files.js'
import { notice } from './outcome.js'

export interface FixOptions {
  fix?: boolean
  unsafeFixes?: boolean
  fixDryRun?: boolean
  diff?: boolean
}

export function isFixing({ fix, fixDryRun, diff }: FixOptions): boolean {
  return fix === true || fixDryRun === true || diff === true
}

/** Refuses what cannot be fixed, before anything is looked at. Throws `Misuse`. */
export function checkFixing(paths: readonly string[], options: CheckOptions): void {
  const { fix, unsafeFixes, fixDryRun, diff, trace } = options
  if (unsafeFixes && !isFixing(options)) throw new Misuse('--unsafe-fixes goes with --fix, --fix-dry-run or --diff')
  if (!isFixing(options)) return
  if (trace !== undefined) throw new Misuse('--trace shows a run without fixes: leave --fix, --fix-dry-run and --diff out')
  if (isStdin(paths, options) && fix && !fixDryRun && !diff)
    throw new Misuse('--fix cannot write to standard input: use --fix-dry-run or --diff')
  const update = options.suppressAll || options.suppressRule || options.pruneSuppressions
  if (update) throw new Misuse('fix first, and change the baseline in a run of its own: they do not go together')
}

/** Lints, fixes in memory, and lints again: what was found at first, and what is left. */
export async function fixed(files: LintOptions, disk: Disk, options: FixOptions): Promise<{ report: Report; repaired: Mended }> {
  const [{ lint }, { repair }] = await Promise.all([import('../lint.js'), import('../fixes/repair.js')])
  const own = new Set([...files.files.map(({ path }) => path), ...(files.others ?? [])])
  const locked = new Map<string, string>()
  let first: Report | undefined
  const repaired = repair({
    lint: (texts) => {
      const report = lint({
        ...files,
        files: files.files.map(({ path, text }) => ({ path, text: texts.get(path) ?? text })),
        host: over(texts, disk),
      })
      first ??= report
      return report
    },
    read: disk.read,
    mayEdit: (file) => own.has(file) && (!isWriting(options) || isWritable(disk, file, locked)),
    unsafe: options.unsafeFixes ?? false,
  })
  return { report: first!, repaired: { ...repaired, locked: [...locked.values()] } }
}

/** What was repaired, and why files with fixes were left alone. */
export interface Mended extends Repaired {
  locked: readonly string[]
}

function isWriting({ fix, fixDryRun, diff }: FixOptions): boolean {
  return fix === true && !fixDryRun && !diff
}

/** Whether a file can be written; why not is kept. */
function isWritable(disk: Disk, file: string, locked: Map<string, string>): boolean {
  try {
    accessSync(disk.pathOf(file), constants.W_OK)
    return true
  } catch (error) {
    locked.set(file, notFixed(file, error))
    return false
  }
}

function notFixed(file: string, error: unknown): string {
  return `${file} was not fixed: ${(error as Error).message}`
}

function over(texts: ReadonlyMap<string, string>, disk: Disk): Disk {
  return {
    ...disk,
    read: (path) => texts.get(path) ?? disk.read(path),
    peek: (path) => texts.get(path) ?? (disk.peek ?? disk.read)(path),
  }
}

/** Writes or shows what was fixed, and says which fixes were not taken. */
export function finish(
  { report, texts, fixed, rejected, locked }: Mended,
  before: Report,
  options: FixOptions,
  disk: Disk,
): { report: Report; text?: string; failed?: boolean } {
  for (const { finding, fix, reason } of rejected)
    notice(`${finding.at ? placeText(finding.at) : ''}: ${finding.rule} was not fixed by "${fix.title}": ${reason}`)
  const files = [...texts].sort(([a], [b]) => compareText(a, b))
  if (options.diff) {
    process.stderr.write(`${summary(before)}\n`)
    return { report: before, text: files.map(([file, text]) => patch(disk, file, text)).join('') }
  }
  const done: Report = { ...report, summary: { ...report.summary, fixed } }
  if (options.fixDryRun) {
    for (const [file, text] of files) disk.remember(file, text)
    return { report: { ...done, outputs: files.map(([file, text]) => ({ file, text })) } }
  }
  const failures = files.flatMap(([file, text]) => written(disk, file, text) ?? [])
  for (const failure of [...locked, ...failures]) notice(failure)
  const failed = locked.length + failures.length > 0
  return { report: failures.length > 0 ? before : done, failed }
}

/** As `git diff` writes it, so that `git apply` and `patch -p1` take it. */
function patch(disk: Disk, file: string, text: string): string {
  const mark = markOf(disk, file)
  const [before, after] = [disk.read(file) ?? '', text].map((each) => mark + each) as [string, string]
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY })
}

/** The mark of UTF-8 before a file's text, which belongs to its first line for git. */
function markOf(disk: Disk, file: string): string {
  try {
    return readFileSync(disk.pathOf(file)).subarray(0, 3).equals(Buffer.from('\ufeff')) ? '\ufeff' : ''
  } catch {
    return ''
  }
}

/** Writes a file in the encoding that it has; else says why it could not. Its mode stays. */
function written(disk: Disk, file: string, text: string): string | undefined {
  try {
    const path = disk.pathOf(file)
    const bytes = readFileSync(path)
    if (textOf(bytes) !== disk.read(file)) return `${file} was not fixed: it has changed meanwhile`
    if (!encodedLike(bytes, disk.read(file) ?? '').equals(bytes)) return `${file} was not fixed: it is not all in UTF-8`
    writeFileSync(path, encodedLike(bytes, text))
    disk.remember(file, text)
    return undefined
  } catch (error) {
    return notFixed(file, error)
  }
}
