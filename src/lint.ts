import { contradictedDeclaration } from '../rules/contradicted-declaration.js'
import { rules as allRules } from '../rules/index.js'
import { unusedDisable } from '../rules/unused-disable.js'
import { atLeast } from './claims.js'
import { defaultConfig, type FileSettings, type ResolvedConfig } from './config/config.js'
import type { Contract, Role } from './contracts/contract.js'
import { createCatalog } from './contracts/index.js'
import { noticing } from './contracts/noticing.js'
import { applyBaseline, goneIn } from './filters/baseline.js'
import { applyComments } from './filters/comments.js'
import { type FileJudging, judgingOf } from './filters/levels.js'
import type { FingerprintKey } from './fingerprint.js'
import { fixesFor } from './fixes/index.js'
import { embedded } from './frontends/embedded/index.js'
import type { Host } from './frontends/frontend.js'
import { notebook } from './frontends/notebook/index.js'
import { python } from './frontends/python/index.js'
import { typescript } from './frontends/typescript/index.js'
import { json } from './frontends/typescript/json.js'
import type { Module } from './graph/graph.js'
import { type Contradiction, contradictions, vainDeclarations } from './infer/declarations.js'
import { createEngine, type Engine } from './infer/engine.js'
import type { FoundUse } from './infer/found-use.js'
import { type Recorder, record } from './infer/recorder.js'
import { routeOf } from './infer/route.js'
import { findUses } from './infer/uses.js'
import { comparePlaces, compareText } from './place.js'
import { openProject } from './project.js'
import type { FileProblem, Finding, Report, ReportedUse, TracedUse } from './report.js'
import type { Rule } from './rule.js'
import { byPlace, type Filter, type FixesFor, type Found, type Judged, judge, makeReport, touches } from './run.js'

export interface SourceFile {
  /** POSIX path relative to the working directory. */
  path: string
  text: string
}

export interface LintOptions {
  /** Files whose loss calls are judged. */
  files: readonly SourceFile[]
  /** Reads what imports lead to. Without it, only the given files exist. */
  host?: Host
  config?: ResolvedConfig
  /** How each file is judged, by its path; all as `config` says when left out. */
  settingsOf?: (file: string) => FileSettings
  /** Rules in order of precedence; the built-in ones by default. */
  rules?: readonly Rule[]
  /** Further files of the project, read through the host, that may call what the linted files define. */
  others?: readonly string[]
  /** Further files with comments for ce-lint, read through the host: it is said which of them have no effect. */
  commented?: readonly string[]
  /** There are files in the project that were not looked at: comments may be meant for a loss in one of them, and entries of the baseline. */
  partial?: boolean
  /** All files that were looked at, when some were set aside before because no loss can be in them. */
  looked?: readonly string[]
  /** What kept other files from being looked at. */
  problems?: readonly FileProblem[]
  /** Findings that the project has accepted for the time being: they are suppressed. */
  baseline?: readonly FingerprintKey[]
  /** Whether a finding is to be put into the baseline; it is suppressed, and its entry is in its `suppressions`. */
  suppress?: (finding: Finding) => boolean
  /** When given, loss calls in these files are told, and findings elsewhere with a step in one of them. */
  touching?: readonly string[]
  /** Is told of each file when the analysis comes to it, and how many of all went before. */
  progress?: (file: string, done: number, all: number) => void
}

/** The same as the public `lint`, once the parsers for the files' formats are loaded. */
export function lint(options: LintOptions): Report {
  return lintTraced(options).report
}

/** The same, with the ways of the arguments of the loss calls that `pick` takes out of all. */
export function lintTraced(options: LintOptions, pick?: Pick): Linted {
  const { report, judged, engine, recorder, unused } = analyse(options, pick !== undefined)
  const wanted = pick?.(judged.map(({ use }) => use))
  const traced = wanted && recorder ? judged.filter(({ use }) => wanted.has(use)).map((each) => trace(engine, recorder, each, report)) : []
  return { report, traced: traced.sort(byPlace), unused }
}

export interface Linted {
  report: Report
  traced: readonly TracedUse[]
  /** Contracts of the configuration of which nothing was found. */
  unused: readonly Contract[]
}

type Pick = (uses: readonly ReportedUse[]) => ReadonlySet<ReportedUse>

const tracedRoles: readonly Role[] = ['prediction', 'target', 'weights']

interface JudgedFound extends Judged {
  found: FoundUse
}

function trace(engine: Engine, recorder: Recorder, { use, findings, found }: JudgedFound, { suppressed }: Report): TracedUse {
  const suppressionsOf = ({ rule, at }: Finding) =>
    suppressed.find((each) => each.rule === rule && each.loss === use.loss && each.at && at && comparePlaces(each.at, at) === 0)
      ?.suppressions
  const ways = tracedRoles.flatMap((role) => {
    const find = found.follow[role]
    const argument = found.use.arguments[role]
    if (!find || !argument) return []
    const { text, at } = argument
    return [{ role, text, steps: routeOf(engine, recorder.during(find), { at, text }) }]
  })
  return {
    ...use,
    callee: found.use.callee,
    findings: findings.map((finding) => {
      const { rule, severity, certainty, message } = finding
      const suppressions = suppressionsOf(finding)
      return { rule, severity, certainty, message, ...(suppressions && { suppressions }) }
    }),
    arguments: ways,
  }
}

interface Analysis {
  report: Report
  judged: readonly JudgedFound[]
  engine: Engine
  recorder?: Recorder
  unused: readonly Contract[]
}

function analyse(options: LintOptions, traced: boolean): Analysis {
  const { files, host, config = defaultConfig, rules = allRules } = options
  const { others = [], commented = [], looked = files.map(({ path }) => path), partial = false } = options
  const texts = new Map(files.map((file) => [file.path, file.text]))
  const paths = [...texts.keys()].sort(compareText)
  const source = overlay(texts, host)
  const project = openProject(source, [typescript, json, embedded, python, notebook], { judged: paths, others })
  const { graph } = project
  const { catalog, isNoticed } = noticing(createCatalog(config.contracts))
  const engine = createEngine(graph, catalog, paths.length)
  const recorder = traced ? record(engine) : undefined
  const steps = 2 * paths.length
  const modules = paths.flatMap((path, index) => {
    options.progress?.(path, index, steps)
    return graph.module(path) ?? []
  })
  const failures: FileProblem[] = []
  const judging = judgingOf(rules, options.settingsOf ?? (() => config))
  const failed = (file: string, error: unknown) => failures.push(failure(file, error))
  const found = findUses(engine, modules, failed, (file, index) => options.progress?.(file, paths.length + index, steps))
  const all = found.map((each) => judgeUse(each, judging(each.use.at?.file), failures, fixing(engine, each, source, failures)))
  const isJudged = ({ found }: JudgedFound) => isWanted(found, judging(found.use.at?.file))
  const judged = all.filter(isJudged)
  const declared = modules.flatMap((module) => declarationsIn(engine, module, judging(module.file).rules, failures))
  const [sure, unsure] = split(declared, ({ finding }) => atLeast(finding.certainty, judging(finding.at?.file).minCertainty))
  const further = commented.flatMap((path) => graph.module(path)?.file ?? [])
  const hidden = [...unsure, ...hiddenIn(all, isJudged)]
  const known = [...new Set([...allRules, ...rules].map(({ name }) => name))]
  const ran = (rule: string, file: string) => judging(file).rules.some(({ name }) => name === rule)
  const comments = applyComments({
    commentsIn: (file) => (graph.module(file)?.comments ?? []).map(({ text, span }) => ({ text, at: graph.place(span) })),
    files: [...new Set([...paths, ...further])].sort(compareText),
    known,
    judging: (file) => {
      const { rules, requireReason } = judging(file)
      return { requireReason, own: rules.find(({ name }) => name === unusedDisable.name) }
    },
    ran,
    hidden,
    uses: judged.map(({ use }) => use),
    partial,
  })
  const touching = options.touching && new Set(options.touching)
  const problems = [...(options.problems ?? []), ...project.problems(), ...failures]
  const accepted = acceptedBy(options, { known, ran, problems, hidden, judged, touching })
  const report = makeReport({
    judged,
    others: sure,
    files: touching ? looked.filter((file) => touching.has(file)).length : looked.length,
    problems,
    filters: [...(config.inlineConfig ? [comments] : []), accepted],
    ...(touching && { touching }),
  })
  return { report, judged, engine, recorder, unused: config.contracts.filter((contract) => !isNoticed(contract)) }
}

interface Seen {
  known: readonly string[]
  ran(rule: string, file: string): boolean
  problems: readonly FileProblem[]
  hidden: readonly Found[]
  judged: readonly JudgedFound[]
  touching: ReadonlySet<string> | undefined
}

/** The findings that the baseline holds, or is to hold. */
function acceptedBy(options: LintOptions, { known, ran, problems, hidden, judged, touching }: Seen): Filter {
  const { files, host, looked = files.map(({ path }) => path), config = defaultConfig, partial = false, baseline = [] } = options
  const given = new Set(files.map(({ path }) => path))
  const notRun = config.inlineConfig ? '' : unusedDisable.name
  return applyBaseline({
    entries: baseline,
    adds: (finding) => (!touching || touches(finding, touching)) && (options.suppress?.(finding) ?? false),
    isGone: goneIn({
      known: new Set(known),
      ran: (rule, file) => rule !== notRun && ran(rule, file),
      files: new Set(looked),
      unread: new Set(problems.map(({ file }) => file)),
      exists: (file) => given.has(file) || host?.isFile(file) !== false,
      hidden,
      unknown: judged.filter(({ use }) => use.verdict === 'unknown').map(({ use, ...each }) => ({ ...each, file: use.at?.file ?? '' })),
      partial,
    }),
  })
}

/** Edits that would put a problem right; a fault in their making costs no finding. */
function fixing(engine: Engine, found: FoundUse, { read }: Host, failures: FileProblem[]): FixesFor {
  return (remedies) => {
    try {
      return engine.question(() => fixesFor({ engine, found, read }, remedies))
    } catch (error) {
      failures.push(failure(found.use.at?.file ?? '', error))
      return []
    }
  }
}

/** Findings that the user did not ask for: too unsure, or of another library. */
function hiddenIn(all: readonly JudgedFound[], isJudged: (each: JudgedFound) => boolean): Found[] {
  return all.flatMap((each) => {
    const findings = [...(each.hidden ?? []), ...(isJudged(each) ? [] : each.findings)]
    return findings.map((finding) => ({ finding, within: each.within, callee: each.callee, use: each.use }))
  })
}

function split<T>(all: readonly T[], fits: (one: T) => boolean): [fitting: T[], others: T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))]
}

function isWanted({ use, of }: FoundUse, { frameworks }: FileJudging): boolean {
  return frameworks.length === 0 || of === null || frameworks.includes(of ?? use.contract.package)
}

function overlay(texts: ReadonlyMap<string, string>, host: Host | undefined): Host {
  return {
    read: (path) => texts.get(path) ?? host?.read(path),
    peek: (path) => texts.get(path) ?? (host?.peek ?? host?.read)?.(path),
    isFile: (path) => texts.has(path) || (host?.isFile(path) ?? false),
    nameOf: (path) => host?.nameOf?.(path) ?? path,
  }
}

function judgeUse(found: FoundUse, { rules, minCertainty }: FileJudging, failures: FileProblem[], fixes: FixesFor): JudgedFound {
  const { use, within } = found
  const { verdict, findings, hidden, ...why } = judge(
    use,
    rules,
    (finding) => atLeast(finding.certainty, minCertainty),
    (rule, error) => failures.push(crash(use.at?.file ?? '', rule, error)),
    fixes,
  )
  return { use: { loss: use.contract.id, at: use.at, verdict, ...why }, findings, hidden, within, callee: use.contract.id, found }
}

/** The declarations in comments that the source contradicts; of those that come to nothing the run's problems tell. */
function declarationsIn(engine: Engine, module: Module, rules: readonly Rule[], problems: FileProblem[]): Found[] {
  if (module.comments.length === 0) return []
  try {
    for (const { comment, message } of vainDeclarations(engine, module)) {
      const { cell, line } = engine.graph.place(comment.span)
      problems.push({ file: module.file, message: `${cell === undefined ? '' : `cell ${cell}, `}line ${line}: ${message}` })
    }
    const rule = rules.find(({ name }) => name === contradictedDeclaration.name)
    return rule ? contradictions(engine, module).map((each) => contradicted(rule, each)) : []
  } catch (error) {
    problems.push(failure(module.file, error))
    return []
  }
}

function contradicted(rule: Rule, { at, within, certainty, related, ...data }: Contradiction): Found {
  const finding: Finding = {
    ...{ rule: rule.name, severity: rule.severity, certainty, message: rule.say(data), data },
    ...{ at, related, fixes: [], fingerprint: '' },
  }
  return { finding, within, callee: '' }
}

function crash(file: string, rule: string, error: unknown): FileProblem {
  return { file, message: `rule ${rule} failed: ${messageOf(error)}; please report it`, internal: true }
}

function failure(file: string, error: unknown): FileProblem {
  return { file, message: `ce-lint failed on this file: ${messageOf(error)}; please report it`, internal: true }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
