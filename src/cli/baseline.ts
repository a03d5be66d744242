import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { Misuse } from '../config/misuse.js'
import { unknownName } from '../config/unknown-name.js'
import { choice, list, object, word } from '../contracts/shape.js'
import type { FingerprintKey } from '../fingerprint.js'
import { compareText } from '../place.js'
import type { Finding, Report } from '../report.js'
import { count } from '../reporters/summary.js'
import { relativePath } from '../scan/scan.js'
import { notice } from './outcome.js'

export interface BaselineOptions {
  suppressAll?: boolean
  suppressRule?: string[]
  pruneSuppressions?: boolean
  suppressionsLocation?: string
  passOnUnprunedSuppressions?: boolean
}

export interface Baseline {
  /** Absolute path; there may be no such file yet. */
  file: string
  /** With their files relative to the working directory. */
  entries: readonly FingerprintKey[]
}

const defaultName = 'ce-lint-suppressions.json'

/** The project's baseline: the named one, or the first from the working directory upwards. Throws `Misuse`. */
export function readBaseline(cwd: string, options: BaselineOptions, rules: readonly string[]): Baseline {
  const { suppressAll, suppressRule, pruneSuppressions, suppressionsLocation: named } = options
  const modes = [suppressAll && '--suppress-all', suppressRule && '--suppress-rule', pruneSuppressions && '--prune-suppressions']
  const [first, second] = modes.filter(Boolean)
  if (second) throw new Misuse(`${first} and ${second} cannot be used in one run`)
  for (const name of suppressRule ?? [])
    if (!rules.includes(name)) throw new Misuse(`--suppress-rule: ${unknownName(name, 'rule', rules)}. "ce-lint rules" lists all`)
  const file = named === undefined ? (nearest(cwd) ?? join(cwd, defaultName)) : located(resolve(cwd, named))
  if (existsSync(file)) return { file, entries: parse(readFileSync(file, 'utf8'), file).map((entry) => rebased(entry, dirname(file), cwd)) }
  if (pruneSuppressions || (named !== undefined && !suppressAll && !suppressRule))
    throw new Misuse(`there is no baseline at ${relative(cwd, file)}: --suppress-all writes one`)
  return { file, entries: [] }
}

/** Which findings go into the baseline; undefined where none do. */
export function suppresses({ suppressAll, suppressRule }: BaselineOptions): ((finding: Finding) => boolean) | undefined {
  if (suppressAll) return () => true
  return suppressRule && (({ rule }) => suppressRule.includes(rule))
}

/** Writes what a run was asked to change, and tells of it. Gives back the report as it is with the new baseline. */
export function updateBaseline(cwd: string, baseline: Baseline, report: Report, options: BaselineOptions): Report {
  const name = relative(cwd, baseline.file)
  const { unneeded = [], ...rest } = report
  if (suppresses(options)) {
    const used = report.suppressed.flatMap(({ suppressions }) =>
      suppressions.flatMap((each) => (each.kind === 'baseline' ? each.entry : [])),
    )
    const entries = unique([...baseline.entries, ...used])
    const added = entries.length - unique(baseline.entries).length
    if (added > 0) write(cwd, baseline.file, entries)
    notice(
      added > 0
        ? `${count(added, 'suppression')} added to ${name}, which now holds ${entries.length}`
        : 'there is nothing more to suppress',
    )
  }
  if (!options.pruneSuppressions) return report
  const gone = new Set(unneeded.map(textOf))
  const entries = unique(baseline.entries).filter((entry) => !gone.has(textOf(entry)))
  if (gone.size > 0) write(cwd, baseline.file, entries)
  notice(
    gone.size > 0
      ? `${count(gone.size, 'suppression')} removed from ${name}, which now holds ${entries.length}`
      : 'there is nothing to prune',
  )
  return rest
}

/** Whether entries without a finding fail the run. */
export function hasUnpruned(cwd: string, { file }: Baseline, { unneeded = [] }: Report, options: BaselineOptions): boolean {
  if (unneeded.length === 0) return false
  const number = `${count(unneeded.length, 'suppression')} in ${relative(cwd, file)} ${unneeded.length === 1 ? 'is' : 'are'}`
  notice(`${number} no longer needed: run "ce-lint --prune-suppressions"`)
  return !options.passOnUnprunedSuppressions
}

/** Not above the repository: what lies there belongs to others. */
function nearest(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, defaultName)
    if (existsSync(file)) return file
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined
  }
}

function located(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, defaultName) : path
}

const entryCheck = object(
  {
    file: word,
    rule: word,
    within: choice('a string', (found) => typeof found === 'string'),
    callee: choice('a string', (found) => typeof found === 'string'),
    ordinal: choice('a whole number', (found) => Number.isInteger(found) && Number(found) >= 0),
  },
  ['file', 'rule', 'within', 'callee', 'ordinal'],
)
const fileCheck = object({ version: choice('1', (found) => found === 1), suppressions: list(entryCheck) }, ['version', 'suppressions'])

function parse(text: string, file: string): FingerprintKey[] {
  const conflict = text.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})(?: |\r?$)/.test(line))
  if (conflict >= 0) throw new Misuse(`${file} holds the marks of a merge conflict in line ${conflict + 1}: keep the entries of both sides`)
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Misuse(`${file} is no JSON: ${(error as Error).message}`)
  }
  const problems = fileCheck(value, '')
  if (problems.length > 0)
    throw new Misuse(
      [`${file} is no baseline:`, ...problems.slice(0, 5).map(({ path, message }) => `  ${path.slice(1)}: ${message}`)].join('\n'),
    )
  return (value as { suppressions: FingerprintKey[] }).suppressions
}

function write(cwd: string, file: string, entries: readonly FingerprintKey[]): void {
  const lines = entries.map((entry) => textOf(rebased(entry, cwd, dirname(file))))
  const body = lines.length === 0 ? '[]' : `[\n    ${[...lines].sort(compareText).join(',\n    ')}\n  ]`
  try {
    writeFileSync(file, `{\n  "version": 1,\n  "suppressions": ${body}\n}\n`)
  } catch (error) {
    throw new Misuse(`the baseline cannot be written: ${(error as Error).message}`)
  }
}

/** One line, whose order is that of file, rule, function, callee and number. */
function textOf({ file, rule, within, callee, ordinal }: FingerprintKey): string {
  return `{ ${Object.entries({ file, rule, within, callee, ordinal })
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
    .join(', ')} }`
}

function unique(entries: readonly FingerprintKey[]): FingerprintKey[] {
  return [...new Map(entries.map((entry) => [textOf(entry), entry])).values()]
}

/** An entry names files from its own folder, a report from the working directory; so do contracts for code of one's own. */
export function rebased(entry: FingerprintKey, from: string, to: string): FingerprintKey {
  if (from === to) return entry
  const moved = (path: string) => relativePath(to, resolve(from, path))
  const callee = entry.callee.replace(/^\.[^#]*(?=#)/, (path) => moved(path).replace(/^(?!\.)/, './'))
  return { ...entry, file: moved(entry.file), callee }
}
