import { atLeast, bestOf, type Evidence } from './claims.js'
import type { Role } from './contracts/contract.js'
import { type FingerprintKey, fingerprint } from './fingerprint.js'
import { phrase } from './kinds.js'
import { comparePlaces, compareText, type Place } from './place.js'
import type { Remedy } from './remedy.js'
import {
  type FileProblem,
  type Finding,
  type Fix,
  type Related,
  type Report,
  type ReportedUse,
  type Severity,
  type SuppressedFinding,
  severities,
  type Verdict,
} from './report.js'
import type { Problem, Rule } from './rule.js'
import { type Argument, accepts, bestClaim, type Use, wants } from './use.js'
import { version } from './version.js'

/** A use with what the rules found in it. */
export interface Judged {
  use: ReportedUse
  findings: readonly Finding[]
  /** Those that the user did not ask for. */
  hidden?: readonly Finding[]
  /** Dotted name of the function around the call. */
  within: string
  callee: string
}

/** What the rules and the evidence make of one use. */
export interface Judgement {
  verdict: Verdict
  /** For `unknown`: the first thing that stopped the search, the place where it did, and what the user can do about it. */
  reason?: string
  stoppedAt?: Place
  remedy?: string
  findings: readonly Finding[]
  /** Those that `keep` dropped. */
  hidden: readonly Finding[]
}

/**
 * Judges one use. `keep` drops findings that the user did not ask for, such as merely possible ones. A use is clean only
 * when its prediction is known to be acceptable.
 */
export function judge(
  use: Use,
  rules: readonly Rule[],
  keep: (finding: Finding) => boolean,
  failed: (rule: string, error: unknown) => void,
  fixesFor: FixesFor = () => [],
): Judgement {
  const all = problemsOf(use, rules, failed, fixesFor)
  const hidden = all.map(({ finding }) => finding).filter((finding) => !keep(finding))
  const findings = foremost(all.filter(({ finding }) => keep(finding)))
  if (findings.length > 0) return { verdict: 'finding', findings, hidden }
  const prediction = use.arguments.prediction
  const claim = bestClaim(prediction)
  if (claim?.kind === 'class-indices' && !accepts(use.contract, 'prediction', claim.kind) && all.length === 0)
    return { verdict: 'unknown', reason: `it holds ${phrase[claim.kind]}, which this loss does not expect`, findings, hidden }
  const untold = hidden.find(({ certainty }) => atLeast(certainty, 'likely'))
  if (untold)
    return { verdict: 'unknown', reason: `it is ${untold.certainty} to be ${untold.rule}, which was not asked for`, findings, hidden }
  const doubted = all.find(({ finding }) => isOfSomeWays(use, finding))
  if (doubted) return { verdict: 'unknown', ...why(use, doubted.finding), findings, hidden }
  if (claim && atLeast(claim.strength, 'likely') && !isOpen(use) && !all.some(({ doubts }) => doubts))
    return { verdict: 'clean', findings, hidden }
  return { verdict: 'unknown', ...why(use, all[0]?.finding), findings, hidden }
}

/** Whether the target is at fault on some ways to the call only, which nobody asked to be told. */
function isOfSomeWays({ arguments: { target } }: Use, { role, certainty }: Finding): boolean {
  return role === 'target' && certainty === 'possible' && target?.unknown !== undefined
}

/** Whether a prediction that is known may be, on some ways only, of the kind that the loss wants: sigmoids here, softmax there; or one of its callers, or of the ways, is not known. */
function isOpen({ contract, arguments: { prediction } }: Use): boolean {
  if (prediction?.unknown === undefined) return false
  if (prediction.cut || prediction.open) return true
  const acceptable = prediction.claims.filter(({ kind }) => accepts(contract, 'prediction', kind))
  return acceptable.length > 0 && acceptable.every(({ strength }) => !atLeast(strength, 'likely'))
}

function why({ arguments: args }: Use, doubted: Finding | undefined): Pick<Judgement, 'reason' | 'stoppedAt' | 'remedy'> {
  if (doubted) {
    const measured = args[doubted.role ?? 'prediction']?.numbers !== undefined
    const doubt = measured ? 'its numbers also fit a right use' : 'only some of the ways to this call lead there'
    return { reason: `it may be ${doubted.rule}, but ${doubt}` }
  }
  const { prediction } = args
  if (!prediction) return { reason: 'the call is given no prediction' }
  const { unknown = 'nothing in the source shows what the prediction holds', stoppedAt, remedy } = prediction
  return { reason: unknown, ...(stoppedAt && { stoppedAt }), ...(remedy !== undefined && { remedy }) }
}

/** A finding, and whether it explains the whole use. */
interface Explanation {
  finding: Finding
  whole: boolean
  doubts: boolean
}

/** Makes edits of what would put a problem right, where there is source. */
export type FixesFor = (remedies: readonly Remedy[]) => readonly Fix[]

/** What each rule finds, in their order. A rule that throws is handed to `failed` and the rest still run. */
function problemsOf(use: Use, rules: readonly Rule[], failed: (rule: string, error: unknown) => void, fixesFor: FixesFor): Explanation[] {
  return rules.flatMap((rule) => {
    try {
      const problem = rule.check(use)
      return problem
        ? [{ finding: finding(use, rule, problem, fixesFor), whole: problem.role === undefined, doubts: problem.doubts === true }]
        : []
    } catch (error) {
      failed(rule.name, error)
      return []
    }
  })
}

/** The first explanation of a use counts: alone when it explains the whole use, else beside the first for each other argument. */
function foremost(all: readonly Explanation[]): Finding[] {
  const [first] = all
  if (first?.whole) return [first.finding]
  const byRole = new Map<Role | undefined, Finding>()
  for (const { finding, whole } of all) if (!whole && !byRole.has(finding.role)) byRole.set(finding.role, finding)
  return [...byRole.values()]
}

function finding(use: Use, rule: Rule, problem: Problem, fixesFor: FixesFor): Finding {
  const role = problem.role ?? problem.points ?? 'prediction'
  const argument = use.arguments[role]
  return {
    rule: rule.name,
    severity: problem.severity ?? rule.severity,
    certainty: problem.certainty,
    message: rule.say(problem.data),
    ...measuredOf(use, problem, role),
    data: problem.data,
    loss: use.contract.id,
    role,
    at: argument?.at ?? use.at,
    related: (problem.role ? [argument] : Object.values(use.arguments)).flatMap((each) => trace(use, each)),
    fixes: fixesFor(problem.remedies ?? []),
    fingerprint: '',
  }
}

/** What numbers say of the argument at fault: of what it is, else of what it is not and should be. */
function measuredOf({ contract, arguments: args }: Use, problem: Problem, role: Role): Pick<Finding, 'evidence'> {
  const argument = args[role]
  if (!argument) return {}
  const wrong = problem.role === undefined ? [] : argument.claims.filter((claim) => !accepts(contract, role, claim.kind))
  const wanted = argument.refuted.filter(({ kind }) => wants(contract, role, kind))
  const said = bestOf(wrong.filter(({ evidence }) => evidence.some(isMeasured))) ?? (problem.role && wanted[0]) ?? bestClaim(argument)
  const notes = said?.evidence.filter(isMeasured).map(({ note }) => note) ?? []
  return notes.length > 0 ? { evidence: notes } : {}
}

function isMeasured({ from }: Evidence): boolean {
  return from === 'numbers'
}

/** The steps of source and declarations behind the claim that is at fault, else the argument's best; nearest the loss first. */
function trace({ contract }: Use, argument: Argument | undefined): Related[] {
  const wrong = argument?.claims.filter((claim) => !accepts(contract, argument.role, claim.kind)) ?? []
  const evidence = (bestOf(wrong) ?? bestClaim(argument))?.evidence ?? []
  return evidence.flatMap(({ note, ...step }) => ('at' in step && step.at ? [{ at: step.at, note }] : []))
}

/** A finding with what its fingerprint and the filters need to know of where it stands. */
export interface Found {
  finding: Finding
  /** As of a judged use; both are empty for what belongs to no call. */
  within: string
  callee: string
  use?: ReportedUse
}

/** A finding that was told from those that are alike in all but their place. */
export interface Keyed extends Found {
  key: FingerprintKey
}

/** Takes findings out that the user has silenced, and may add what it has to say of that. */
export type Filter = (found: readonly Keyed[]) => {
  kept: readonly Found[]
  suppressed: readonly SuppressedFinding[]
  /** Entries of a baseline whose findings are gone. */
  unneeded?: readonly FingerprintKey[]
}

export interface ReportParts {
  judged: readonly Judged[]
  /** Findings that belong to no use. */
  others?: readonly Found[]
  /** How many files were looked at. */
  files: number
  problems: readonly FileProblem[]
  /** In the order in which they apply. */
  filters?: readonly Filter[]
  /** When given, only what is in these files is told, and findings elsewhere with a step in one of them. */
  touching?: ReadonlySet<string>
}

/** Puts judged uses in order, numbers equal findings, applies the filters, and counts. */
export function makeReport({ judged, others = [], files, problems, filters = [], touching }: ReportParts): Report {
  const ordinals = new Map<string, number>()
  let suppressed: SuppressedFinding[] = []
  let unneeded: FingerprintKey[] = []
  let kept = numbered(
    [...judged.flatMap(({ findings, ...each }) => findings.map((finding) => ({ ...each, finding }))), ...others],
    ordinals,
  )
  for (const filter of filters) {
    const left = filter(kept)
    suppressed.push(...left.suppressed)
    unneeded.push(...(left.unneeded ?? []))
    kept = numbered(left.kept, ordinals)
  }
  if (touching) {
    kept = kept.filter(({ finding }) => touches(finding, touching))
    suppressed = suppressed.filter((finding) => touches(finding, touching))
    unneeded = unneeded.filter(({ file }) => touching.has(file))
  }
  const findings = kept.map(({ finding }) => finding)
  const told = new Set(kept.map(({ use }) => use))
  const uses = judged
    .filter(({ use, findings }) => !touching || told.has(use) || [use, ...findings].some((each) => touches(each, touching)))
    .map(({ use }) => (use.verdict === 'finding' && !told.has(use) ? { ...use, suppressed: true as const } : use))
    .sort(byPlace)
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  const comments = findings.filter(({ loss }) => loss === undefined).length
  return {
    version: 1,
    tool: { name: 'ce-lint', version },
    summary: {
      files,
      uses: uses.length,
      clean: uses.filter((use) => use.verdict === 'clean').length,
      unknown: uses.filter((use) => use.verdict === 'unknown').length,
      findings: counts,
      suppressed: suppressed.length,
      ...(comments > 0 && { comments }),
    },
    uses,
    findings,
    suppressed: suppressed.sort(compareFindings),
    ...(unneeded.length > 0 && { unneeded }),
    problems: problems
      .filter(({ file, internal }) => !touching || internal || touching.has(file))
      .sort((a, b) => compareText(a.file, b.file) || compareText(a.message, b.message)),
  }
}

/** Whether a use or a finding, or a step on the way to it, is in one of the files. */
export function touches(
  { at, related = [] }: Pick<Finding, 'at'> & Partial<Pick<Finding, 'related'>>,
  files: ReadonlySet<string>,
): boolean {
  return [at, ...related.map((each) => each.at)].some((place) => place !== undefined && files.has(place.file))
}

/** In order, and each told from those that are alike in all but their place. */
function numbered(found: readonly (Found | Keyed)[], ordinals: Map<string, number>): Keyed[] {
  return [...found]
    .sort((a, b) => compareFindings(a.finding, b.finding))
    .map((each) => {
      if ('key' in each) return each
      const place = { rule: each.finding.rule, file: each.finding.at?.file ?? '', within: each.within, callee: each.callee }
      const name = JSON.stringify(place)
      const ordinal = ordinals.get(name) ?? 0
      ordinals.set(name, ordinal + 1)
      const key = { ...place, ordinal }
      return { ...each, key, finding: { ...each.finding, fingerprint: fingerprint(key) } }
    })
}

export function compareFindings(a: Finding, b: Finding): number {
  return byPlace(a, b) || compareText(a.rule, b.rule) || compareText(a.role ?? '', b.role ?? '')
}

export function byPlace(a: Pick<Finding, 'at' | 'loss'>, b: Pick<Finding, 'at' | 'loss'>): number {
  const byLoss = compareText(a.loss ?? '', b.loss ?? '')
  if (a.at && b.at) return comparePlaces(a.at, b.at) || byLoss
  return a.at ? -1 : b.at ? 1 : byLoss
}

/** True when a finding is at least as severe as `least`. */
export function severe(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(least)
}
