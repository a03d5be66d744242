import { nearest } from '../nearest.js'
import { comparePlaces, type Place } from '../place.js'
import type { Finding, ReportedUse, SuppressedFinding, Suppression } from '../report.js'
import type { Rule } from '../rule.js'
import type { Filter, Found } from '../run.js'
import { type Directive, directiveIn, type Misspelt, type SourceComment } from './directives.js'

export interface CommentOptions {
  commentsIn(file: string): readonly SourceComment[]
  /** Files of which it is said which comments have no effect. */
  files: readonly string[]
  /** Names of all rules. */
  known: readonly string[]
  judging(file: string): CommentJudging
  /** Findings that are not reported although they are there: comments may be meant for them. */
  hidden: readonly Found[]
  uses: readonly ReportedUse[]
  /** Whether a rule ran for the loss calls of a file. */
  ran(rule: string, file: string): boolean
  /** Files that were not looked at may hold the loss that a comment is meant for. */
  partial: boolean
}

/** How the comments of a file are judged. */
export interface CommentJudging {
  /** The rule that finds comments without effect, at the level that it has; none when it is off. */
  own: Rule | undefined
  requireReason: boolean
}

/**
 * Suppresses the findings that comments silence, at the place of the finding, of its loss call, or of a step on the way
 * there, and finds the comments that silence nothing. As in ESLint a line is that on which a place begins.
 */
export function applyComments(options: CommentOptions): Filter {
  const files = new Map<string, Marked[]>()
  const markedIn = (file: string) => {
    const known = files.get(file) ?? marked(options.commentsIn(file))
    files.set(file, known)
    return known
  }
  const silencing = ({ finding, use }: Found) => {
    const at = [finding.at, use?.at, ...finding.related.map((each) => each.at)].filter((place) => place !== undefined)
    const all = at.flatMap((place) => silencers(markedIn(place.file), finding.rule, place))
    for (const each of all) each.used.add(finding.rule)
    return [...new Set(all.map(({ directive }) => directive))]
  }
  return (found) => {
    const kept: Found[] = []
    const suppressed: SuppressedFinding[] = []
    for (const each of found) {
      const by = silencing(each)
      if (by.length === 0) kept.push(each)
      else suppressed.push({ ...each.finding, suppressions: by.map(suppression) })
    }
    for (const each of options.hidden) silencing(each)
    const own = options.files.flatMap((file) => {
      const judging = options.judging(file)
      const { own: rule } = judging
      return rule ? faults(markedIn(file), options, judging).map((fault) => asFound(rule, fault)) : []
    })
    return { kept: [...kept, ...own], suppressed }
  }
}

/** A comment, and the rules of which it silenced a finding, or which it switched on again. */
interface Marked {
  directive: Directive | Misspelt
  used: Set<string>
}

function marked(comments: readonly SourceComment[]): Marked[] {
  const directives = comments.flatMap((comment) => directiveIn(comment) ?? [])
  return directives.sort((a, b) => comparePlaces(a.at, b.at)).map((directive) => ({ directive, used: new Set() }))
}

/** The comments that silence a rule at a place: on its line, on the line before, or in force since further up. */
function silencers(all: readonly Marked[], rule: string, place: Place): (Marked & { directive: Directive })[] {
  if (rule === unsilenced) return []
  const found: (Marked & { directive: Directive })[] = []
  let open: (Marked & { directive: Directive }) | undefined
  for (const each of all) {
    const { directive } = each
    if (!isDirective(directive)) continue
    const { action, rules, at } = directive
    const speaks = rules.includes(rule) || (action === 'ce-lint-enable' && rules.length === 0)
    if (!speaks) continue
    const one = { ...each, directive }
    if (isOnLine(directive, place)) found.push(one)
    else if (comparePlaces(at, place) > 0) continue
    else if (action === 'ce-lint-disable') open = one
    else if (action === 'ce-lint-enable') open = undefined
  }
  return open ? [...found, open] : found
}

function isOnLine({ action, at }: Directive, place: Place): boolean {
  const line = action === 'ce-lint-disable-line' ? at.line : action === 'ce-lint-disable-next-line' ? at.endLine + 1 : undefined
  return place.line === line && place.cell === at.cell
}

function isDirective(directive: Directive | Misspelt): directive is Directive {
  return 'action' in directive
}

/** The rule about comments, which none of them can silence. */
const unsilenced = 'unused-disable'

interface Fault {
  at: Place
  data: object
}

function faults(all: readonly Marked[], options: CommentOptions, { requireReason }: CommentJudging): Fault[] {
  return all.flatMap(({ directive, used }, index): Fault[] => {
    const { at } = directive
    if (!isDirective(directive))
      return [{ at, data: { fault: 'unknown-comment', comment: directive.written, rules: [], nearest: directive.nearest } }]
    const { action: comment, rules, reason } = directive
    const fault = (name: string, more: object): Fault => ({ at, data: { fault: name, comment, rules: [], ...more } })
    if (comment === 'ce-lint-enable')
      return vainEnd(rules, switchedOff(all.slice(0, index))).map((vain) => fault('unused', { rules: vain }))
    if (rules.length === 0) return [fault('no-rule', {})]
    const unknown = rules.filter((rule) => !options.known.includes(rule))
    const unused = rules.filter((rule) => !unknown.includes(rule) && !used.has(rule) && isTold(directive, rule, all, options))
    return [
      ...unknown.map((rule) => fault('unknown-rule', { rules: [rule], nearest: nearest(rule, options.known) })),
      ...(unused.length > 0 ? [fault('unused', { rules: unused })] : []),
      ...(requireReason && reason === undefined ? [fault('no-reason', {})] : []),
    ]
  })
}

/** The rules that are off after some comments. */
function switchedOff(before: readonly Marked[]): ReadonlySet<string> {
  const off = new Set<string>()
  for (const { directive } of before) {
    if (!isDirective(directive)) continue
    const { action, rules } = directive
    if (action === 'ce-lint-disable') for (const rule of rules) off.add(rule)
    if (action === 'ce-lint-enable') for (const rule of rules.length > 0 ? rules : [...off]) off.delete(rule)
  }
  return off
}

/** What a comment switches on that is not off; it may name no rule, and then means all. */
function vainEnd(rules: readonly string[], off: ReadonlySet<string>): (readonly string[])[] {
  const vain = rules.filter((rule) => !off.has(rule))
  return vain.length > 0 || (rules.length === 0 && off.size === 0) ? [vain] : []
}

type Told = Pick<CommentOptions, 'uses' | 'ran' | 'partial'>

/**
 * Whether the run can tell that a comment has nothing to silence: the rule ran, and the loss calls in its reach are understood.
 * Without one in its reach it may be meant for a step on the way to any other.
 */
function isTold(directive: Directive, rule: string, all: readonly Marked[], { ran, uses, partial }: Told): boolean {
  if (rule === unsilenced) return true
  const { file } = directive.at
  if (!ran(rule, file)) return false
  const reached = uses.filter(({ at }) => at?.file === file && silencers(all, rule, at).some((each) => each.directive === directive))
  if (reached.length > 0) return !reached.some(({ verdict }) => verdict === 'unknown')
  return !partial && uses.every(({ at }) => at === undefined || ran(rule, at.file))
}

function asFound(rule: Rule, { at, data }: Fault): Found {
  const finding: Finding = {
    ...{ rule: rule.name, severity: rule.severity, certainty: 'proved', message: rule.say(data), data },
    ...{ at, related: [], fixes: [], fingerprint: '' },
  }
  return { finding, within: '', callee: '' }
}

function suppression({ reason, at }: Directive): Suppression {
  return { kind: 'comment', ...(reason !== undefined && { reason }), at }
}
