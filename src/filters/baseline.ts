import { type FingerprintKey, fingerprint } from '../fingerprint.js'
import type { Finding, SuppressedFinding } from '../report.js'
import type { Filter, Found } from '../run.js'

export interface BaselineOptions {
  entries: readonly FingerprintKey[]
  /** Whether a finding that has no entry gets one. */
  adds?(finding: Finding): boolean
  /** Whether what an entry stands for, and what was not found, is known not to be there. */
  isGone(entry: FingerprintKey): boolean
}

/** Suppresses the findings that a project has accepted for the time being, and tells which entries are no longer needed. */
export function applyBaseline({ entries, adds = () => false, isGone }: BaselineOptions): Filter {
  const byKey = new Map(entries.map((entry) => [fingerprint(entry), entry]))
  return (found) => {
    const kept: Found[] = []
    const suppressed: SuppressedFinding[] = []
    const met = new Set<string>()
    for (const each of found) {
      const { key, finding } = each
      const { fingerprint: name } = finding
      const isEntered = key.file !== '' && (byKey.has(name) || adds(finding))
      if (isEntered) suppressed.push({ ...finding, suppressions: [{ kind: 'baseline', entry: key }] })
      else kept.push(each)
      met.add(name)
    }
    const unneeded = [...byKey].flatMap(([name, entry]) => (!met.has(name) && isGone(entry) ? [entry] : []))
    return { kept, suppressed, unneeded }
  }
}

/** What a run has looked at, as far as it tells whether an entry without a finding is of no use. */
export interface Seen {
  /** Names of all rules, and of those that ran. */
  known: ReadonlySet<string>
  ran(rule: string, file: string): boolean
  /** Files that were looked at, and those of them, or beside them, that could not be read to the end. */
  files: ReadonlySet<string>
  unread: ReadonlySet<string>
  exists(file: string): boolean
  /** Findings that are there and were not asked for, and loss calls that were not understood. */
  hidden: readonly Found[]
  unknown: readonly Omit<FingerprintKey, 'rule' | 'ordinal'>[]
  /** Files that were not looked at may call those that were. */
  partial: boolean
}

/**
 * Judges entries by what a run has seen: those of rules that did not run, of files that it did not look at or could not
 * read, of loss calls that it did not understand, and of findings that it was told not to show, may still be needed.
 */
export function goneIn({ known, ran, files, unread, exists, hidden, unknown, partial }: Seen): (entry: FingerprintKey) => boolean {
  const isHidden = ({ rule, ...place }: FingerprintKey) =>
    hidden.some((each) => each.finding.rule === rule && isAt({ ...each, file: each.finding.at?.file ?? '' }, place))
  const isDoubtful = (entry: FingerprintKey) => unknown.some((each) => isAt(each, entry))
  return (entry) => {
    if (partial) return false
    if (!known.has(entry.rule)) return true
    if (!ran(entry.rule, entry.file)) return false
    if (!exists(entry.file)) return true
    if (!files.has(entry.file) || unread.has(entry.file)) return false
    return !isHidden(entry) && !isDoubtful(entry)
  }
}

type Place = Pick<FingerprintKey, 'file' | 'within' | 'callee'>

function isAt(a: Place, b: Place): boolean {
  return a.file === b.file && a.within === b.within && a.callee === b.callee
}
