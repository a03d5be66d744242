import { contradictedDeclaration } from '../rules/contradicted-declaration.js'
import { rules as allRules } from '../rules/index.js'
import { unusedDisable } from '../rules/unused-disable.js'
import { atLeast } from './claims.js'
import { defaultConfig, type ResolvedConfig } from './config/config.js'
import type { Role } from './contracts/contract.js'
import { createCatalog } from './contracts/index.js'
import { applyComments } from './filters/comments.js'
import { activeRules } from './filters/levels.js'
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
import { compareText } from './place.js'
import { openProject } from './project.js'
import type { FileProblem, Finding, Report, ReportedUse, TracedUse } from './report.js'
import type { Rule } from './rule.js'
import { byPlace, type FixesFor, type Found, type Judged, judge, makeReport } from './run.js'

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
  /** Rules in order of precedence; the built-in ones by default. */
  rules?: readonly Rule[]
  /** Further files of the project, read through the host, that may call what the linted files define. */
  others?: readonly string[]
  /** Further files with comments for ce-lint, read through the host: it is said which of them have no effect. */
  commented?: readonly string[]
  /** There are files in the project that were not looked at, so that a comment may be meant for a loss in one of them. */
  partial?: boolean
  /** How many files were looked at, when some were set aside before because no loss can be in them. */
  scanned?: number
}

/** The same as the public `lint`, once the parsers for the files' formats are loaded. */
export function lint(options: LintOptions): Report {
  return lintTraced(options).report
}

/** The same, with the ways of the arguments of the loss calls that `pick` takes out of all. */
export function lintTraced(options: LintOptions, pick?: Pick): { report: Report; traced: readonly TracedUse[] } {
  const { report, judged, engine, recorder } = analyse(options, pick !== undefined)
  const wanted = pick?.(judged.map(({ use }) => use))
  const traced = wanted && recorder ? judged.filter(({ use }) => wanted.has(use)).map((each) => trace(engine, recorder, each)) : []
  return { report, traced: traced.sort(byPlace) }
}

type Pick = (uses: readonly ReportedUse[]) => ReadonlySet<ReportedUse>

const tracedRoles: readonly Role[] = ['prediction', 'target', 'weights']

interface JudgedFound extends Judged {
  found: FoundUse
}

function trace(engine: Engine, recorder: Recorder, { use, findings, found }: JudgedFound): TracedUse {
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
    findings: findings.map(({ rule, severity, certainty, message }) => ({ rule, severity, certainty, message })),
    arguments: ways,
  }
}

interface Analysis {
  report: Report
  judged: readonly JudgedFound[]
  engine: Engine
  recorder?: Recorder
}

function analyse(options: LintOptions, traced: boolean): Analysis {
  const { files, host, config = defaultConfig, rules = allRules } = options
  const { others = [], commented = [], scanned = files.length, partial = false } = options
  const texts = new Map(files.map((file) => [file.path, file.text]))
  const paths = [...texts.keys()].sort(compareText)
  const source = overlay(texts, host)
  const project = openProject(source, [typescript, json, embedded, python, notebook], { judged: paths, others })
  const { graph } = project
  const engine = createEngine(graph, createCatalog(config.contracts), paths.length)
  const recorder = traced ? record(engine) : undefined
  const modules = paths.flatMap((path) => graph.module(path) ?? [])
  const failures: FileProblem[] = []
  const active = activeRules(rules, config)
  const all = findUses(engine, modules, (file, error) => failures.push(failure(file, error))).map((found) =>
    judgeUse(found, active, config, failures, fixing(engine, found, source, failures)),
  )
  const judged = all.filter(({ found }) => isWanted(found, config))
  const declared = modules.flatMap((module) => declarationsIn(engine, module, active, failures))
  const [sure, unsure] = split(declared, ({ finding }) => atLeast(finding.certainty, config.minCertainty))
  const further = commented.flatMap((path) => graph.module(path)?.file ?? [])
  const comments = applyComments({
    commentsIn: (file) => (graph.module(file)?.comments ?? []).map(({ text, span }) => ({ text, at: graph.place(span) })),
    files: [...new Set([...paths, ...further])].sort(compareText),
    known: [...new Set([...allRules, ...rules].map(({ name }) => name))],
    ran: new Set(active.map(({ name }) => name)),
    rule: active.find(({ name }) => name === unusedDisable.name),
    requireReason: config.requireReason,
    hidden: [...unsure, ...hiddenIn(all, config)],
    uses: judged.map(({ use }) => use),
    partial,
  })
  const report = makeReport({
    judged,
    others: sure,
    files: scanned,
    problems: [...project.problems(), ...failures],
    filters: config.inlineConfig ? [comments] : [],
  })
  return { report, judged, engine, recorder }
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
function hiddenIn(all: readonly JudgedFound[], config: ResolvedConfig): Found[] {
  return all.flatMap((each) => {
    const findings = [...(each.hidden ?? []), ...(isWanted(each.found, config) ? [] : each.findings)]
    return findings.map((finding) => ({ finding, within: each.within, callee: each.callee, use: each.use }))
  })
}

function split<T>(all: readonly T[], fits: (one: T) => boolean): [fitting: T[], others: T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))]
}

function isWanted({ use, of }: FoundUse, { frameworks }: ResolvedConfig): boolean {
  return frameworks.length === 0 || frameworks.includes(of ?? use.contract.package)
}

function overlay(texts: ReadonlyMap<string, string>, host: Host | undefined): Host {
  return {
    read: (path) => texts.get(path) ?? host?.read(path),
    peek: (path) => texts.get(path) ?? (host?.peek ?? host?.read)?.(path),
    isFile: (path) => texts.has(path) || (host?.isFile(path) ?? false),
  }
}

function judgeUse(
  found: FoundUse,
  rules: readonly Rule[],
  { minCertainty }: ResolvedConfig,
  failures: FileProblem[],
  fixes: FixesFor,
): JudgedFound {
  const { use, within } = found
  const { verdict, findings, hidden, ...why } = judge(
    use,
    rules,
    (finding) => atLeast(finding.certainty, minCertainty),
    (rule, error) => failures.push(crash(use.at?.file ?? '', rule, error)),
    fixes,
  )
  return { use: { loss: use.contract.id, at: use.at, verdict, ...why }, findings, hidden, within, callee: use.callee, found }
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
  return { finding, within, callee: data.value }
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
