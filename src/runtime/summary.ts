import { phrase } from '../kinds.js'
import type { FileProblem, Finding } from '../report.js'
import { type Argument, bestClaim } from '../use.js'
import type { Settings } from './settings.js'
import type { Group, Thrown } from './watch.js'

export interface Watched {
  callee: string
  calls: number
  /** Calls that were examined, and of them those whose numbers are still under way. */
  looked: number
  waiting: number
  settings: Settings
  groups: readonly Group[]
  /** First finding of each rule ever found. */
  announced: readonly Finding[]
  thrown: Thrown | undefined
  problems: readonly FileProblem[]
  notes: readonly string[]
  /** Whether it is known beside the numbers where the predictions come from. */
  origin: 'known' | 'unknown'
}

/** A finding in four lines, and one for what was measured. */
export function findingText({ severity, rule, certainty, evidence = [], message: { what, why, todo } }: Finding): string {
  return [`ce-lint ${severity} ${rule} (${certainty})`, what, ...evidence.map((note) => `seen: ${note}`), why, todo].join('\n  ')
}

/** What was and was not examined, and what came of it. Never empty: silence would be read as approval. */
export function summaryText(watched: Watched): string {
  const { groups, problems, thrown } = watched
  return [
    `ce-lint: ${extent(watched)}`,
    ...(thrown ? [`out of ${count(thrown.calls, 'examined call')} the loss threw an error: ${thrown.message}`] : []),
    ...groups.flatMap((group) => verdict(group, groups.length > 1)),
    ...withdrawn(watched),
    ...watched.notes,
    ...problems.map(({ message }) => `problem: ${message}`),
    ...(watched.calls > 0 ? [`not examined: ${left(watched)}`] : []),
  ].join('\n')
}

function extent({ callee, calls, looked, waiting, settings: { firstSteps, every }, groups }: Watched): string {
  if (calls === 0) return `${callee} was never called, so nothing was examined`
  const predictions = groups.flatMap(({ seen }) => seen.numbers.prediction ?? [])
  const [seen, rows] = [sum(predictions.map((each) => each.seenRows)), sum(predictions.map((each) => each.rows))]
  const rest = Number.isFinite(every) ? `then one in ${every}` : 'then none'
  const sample = looked < calls ? `${looked} of ${count(calls, 'call')} (the first ${firstSteps}, ${rest})` : count(calls, 'call')
  const wait = waiting > 0 ? `, ${waiting} of which the GPU has yet to deliver` : ''
  return `examined ${sample} of ${callee}${wait}; ${seen === rows ? count(rows, 'row') : `${seen} of ${rows} rows`} of predictions read`
}

function verdict({ use, judged }: Group, several: boolean): string[] {
  const shape = use.arguments.prediction?.numbers?.shape
  const which = several && shape ? `predictions like [${shape.join(', ')}]: ` : ''
  if (judged.findings.length > 0) return judged.findings.map((finding) => which + findingText(finding))
  if (judged.use.verdict === 'unknown') return [`${which}not understood: ${judged.use.reason}`]
  return [`${which}no misuse found`, ...Object.values(use.arguments).flatMap(held)]
}

/** Why the argument was taken for what it should be. */
function held(argument: Argument): string[] {
  const claim = bestClaim(argument)
  const note = claim?.evidence[0]?.note
  return claim && note ? [`  ${argument.text}: ${phrase[claim.kind]}, ${claim.strength}: ${note}`] : []
}

/** What was reported on little evidence, and what more evidence took back: NaN takes back nothing, and what was before may be its cause. */
function withdrawn({ announced, groups }: Watched): string[] {
  const standing = new Set(groups.flatMap(({ judged }) => judged.findings.map(({ rule }) => rule)))
  const spoilt = (role: Finding['role'] = 'prediction') =>
    groups.some(({ seen }) => role !== 'option' && role !== 'value' && (seen.numbers[role]?.nan ?? 0) > 0)
  return announced
    .filter(({ rule }) => !standing.has(rule))
    .map((finding) =>
      spoilt(finding.role)
        ? `found before there was NaN:\n${findingText(finding)}`
        : `withdrawn: ${finding.rule}, which later calls refuted`,
    )
}

function left({ calls, looked, groups, origin, thrown }: Watched): string {
  const partly = groups.some(({ seen: { numbers } }) => numbers.prediction && numbers.prediction.seenRows < numbers.prediction.rows)
  return [
    ...(calls > looked ? [`the other ${count(calls - looked, 'call')}`] : []),
    ...(partly ? ['rows that were not read'] : []),
    ...(groups.length > 0 && !thrown && groups.every(({ seen }) => !seen.losses) ? ['what the loss returned, which is no number'] : []),
    origin === 'known' ? 'whether the labels are right' : 'where the values come from, and whether the labels are right',
  ].join('; ')
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

function sum(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0)
}
