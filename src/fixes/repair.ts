import type { Edit, Finding, Fix, Report } from '../report.js'
import { edited } from './texts.js'

export interface RepairOptions {
  /** Lints once more, with other texts in the place of some files'. */
  lint(texts: ReadonlyMap<string, string>): Report
  read(file: string): string | undefined
  /** Whether a file may be edited. */
  mayEdit(file: string): boolean
  /** Also takes fixes that change more than the loss value. */
  unsafe: boolean
}

/** A fix that was tried and not taken, and why. */
export interface Rejected {
  finding: Finding
  fix: Fix
  reason: string
}

export interface Repaired {
  /** What is left to say. */
  report: Report
  /** Files that are other than before, with their new text. */
  texts: ReadonlyMap<string, string>
  fixed: number
  rejected: readonly Rejected[]
}

interface Candidate {
  finding: Finding
  fix: Fix
}

interface State {
  report: Report
  texts: ReadonlyMap<string, string>
}

/** One fix may make the next possible; then it has to end. */
const mostPasses = 10

/**
 * Applies fixes until none is left that may be applied. Each is taken only when the run after it says what it said before,
 * without the finding: no new finding, no loss call that is no longer understood unless the fix foretells it, no file that does
 * not parse.
 */
export function repair(options: RepairOptions): Repaired {
  const first: State = { report: options.lint(new Map()), texts: new Map() }
  const tried = new Set<string>()
  const rejected: Rejected[] = []
  let state = first
  for (let pass = 0; pass < mostPasses; pass++) {
    const batch = apart(candidates(state.report, options, tried))
    if (batch.length === 0) break
    state = take(state, batch, options, (failed) => {
      tried.add(nameOf(failed))
      rejected.push(failed)
    })
  }
  const left = new Set(state.report.findings.map(({ fingerprint }) => fingerprint))
  const fixed = Math.max(0, first.report.findings.length - state.report.findings.length)
  return { ...state, fixed, rejected: rejected.filter(({ finding }) => left.has(finding.fingerprint)) }
}

/** For each finding the first fix that was not tried yet. */
function candidates({ findings }: Report, { unsafe, mayEdit }: RepairOptions, tried: ReadonlySet<string>): Candidate[] {
  return findings.flatMap((finding) => {
    const fix = finding.fixes.find(
      (each) => (each.safe || unsafe) && each.edits.every(({ at }) => mayEdit(at.file)) && !tried.has(nameOf({ finding, fix: each })),
    )
    return fix ? [{ finding, fix }] : []
  })
}

function nameOf({ finding, fix }: Candidate): string {
  return `${finding.fingerprint}\0${fix.title}`
}

/** Those that touch no line that one before them touches: the others come in the next pass. */
function apart(all: readonly Candidate[]): Candidate[] {
  const taken: Edit[] = []
  return all.filter(({ fix }) => {
    const free = fix.edits.every((edit) => !taken.some((other) => touch(edit, other)))
    if (free) taken.push(...fix.edits)
    return free
  })
}

function touch({ at: a }: Edit, { at: b }: Edit): boolean {
  return a.file === b.file && a.cell === b.cell && a.line <= b.endLine && b.line <= a.endLine
}

/** Takes all at once when that comes out well, else what of it does. */
function take(state: State, batch: readonly Candidate[], options: RepairOptions, failed: (rejected: Rejected) => void): State {
  const together = attempt(state, batch, options)
  if (typeof together !== 'string') return together
  if (batch.length > 1) return halves(state, batch, options, failed)
  failed({ ...batch[0]!, reason: together })
  return state
}

/** Takes the halves of what did not come out well as a whole; places in the second are those before the first was applied, so it waits. */
function halves(state: State, batch: readonly Candidate[], options: RepairOptions, failed: (rejected: Rejected) => void): State {
  const middle = batch.length >> 1
  const after = take(state, batch.slice(0, middle), options, failed)
  return after === state ? take(state, batch.slice(middle), options, failed) : after
}

function attempt(state: State, batch: readonly Candidate[], { lint, read }: RepairOptions): State | string {
  const texts = new Map(state.texts)
  const edits = batch.flatMap(({ fix }) => fix.edits)
  for (const file of new Set(edits.map(({ at }) => at.file))) {
    const before = texts.get(file) ?? read(file)
    const after =
      before === undefined
        ? undefined
        : edited(
            before,
            edits.filter(({ at }) => at.file === file),
          )
    if (after === undefined) return 'its place is not in the file any more'
    texts.set(file, after)
  }
  const report = lint(texts)
  return objection(state.report, report, batch) ?? { report, texts }
}

/** Why what was found after some fixes speaks against them. */
function objection(before: Report, after: Report, batch: readonly Candidate[]): string | undefined {
  const [old, now] = [counted(before.findings), counted(after.findings)]
  const known = new Set(before.problems.map(({ file, message }) => `${file}\0${message}`))
  const problem = after.problems.find(({ file, message }) => !known.has(`${file}\0${message}`))
  if (problem && after.problems.length > before.problems.length) return `then ${problem.file} ${problem.message}`
  for (const { finding } of batch) {
    const key = keyOf(finding)
    old.set(key, (old.get(key) ?? 0) - 1)
  }
  for (const [key, count] of now) {
    const allowed = old.get(key) ?? 0
    if (count <= allowed) continue
    const rule = key.slice(0, key.indexOf('\0'))
    return batch.some(({ finding }) => finding.rule === rule) ? 'the finding stays' : `${rule} comes in its place`
  }
  if (after.summary.uses < before.summary.uses) return 'then the loss call is not found any more'
  const foretold = batch.filter(({ fix }) => fix.leaves === 'unknown').length
  if (after.summary.unknown > before.summary.unknown + foretold) return 'then the loss call is not understood any more'
  return undefined
}

function counted(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  return counts
}

function keyOf({ rule, at }: Finding): string {
  return `${rule}\0${at?.file ?? ''}`
}
