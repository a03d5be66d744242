import { rules as allRules } from '../rules/index.js'
import { atLeast } from './claims.js'
import { defaultConfig, type ResolvedConfig } from './config/config.js'
import type { Role } from './contracts/contract.js'
import { createCatalog } from './contracts/index.js'
import { activeRules } from './filters/levels.js'
import { embedded } from './frontends/embedded/index.js'
import type { Host } from './frontends/frontend.js'
import { notebook } from './frontends/notebook/index.js'
import { python } from './frontends/python/index.js'
import { typescript } from './frontends/typescript/index.js'
import { json } from './frontends/typescript/json.js'
import { createEngine, type Engine } from './infer/engine.js'
import type { FoundUse } from './infer/found-use.js'
import { type Recorder, record } from './infer/recorder.js'
import { routeOf } from './infer/route.js'
import { findUses } from './infer/uses.js'
import { compareText } from './place.js'
import { openProject } from './project.js'
import type { FileProblem, Report, ReportedUse, TracedUse } from './report.js'
import type { Rule } from './rule.js'
import { byPlace, type Judged, judge, makeReport } from './run.js'

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
  const wanted = pick?.(report.uses)
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

function analyse(
  { files, host, config = defaultConfig, rules = allRules, others = [], scanned = files.length }: LintOptions,
  traced: boolean,
): Analysis {
  const texts = new Map(files.map((file) => [file.path, file.text]))
  const paths = [...texts.keys()].sort(compareText)
  const project = openProject(overlay(texts, host), [typescript, json, embedded, python, notebook], { judged: paths, others })
  const engine = createEngine(project.graph, createCatalog(config.contracts), paths.length)
  const recorder = traced ? record(engine) : undefined
  const modules = paths.map((path) => project.graph.module(path)).filter((module) => module !== undefined)
  const failures: FileProblem[] = []
  const active = activeRules(rules, config)
  const judged = findUses(engine, modules, (file, error) => failures.push(failure(file, error)))
    .filter(({ use, of }) => config.frameworks.length === 0 || config.frameworks.includes(of ?? use.contract.package))
    .map((found) => judgeUse(found, active, config, failures))
  return { report: makeReport(judged, scanned, [...project.problems(), ...failures], 0), judged, engine, recorder }
}

function overlay(texts: ReadonlyMap<string, string>, host: Host | undefined): Host {
  return {
    read: (path) => texts.get(path) ?? host?.read(path),
    peek: (path) => texts.get(path) ?? (host?.peek ?? host?.read)?.(path),
    isFile: (path) => texts.has(path) || (host?.isFile(path) ?? false),
  }
}

function judgeUse(found: FoundUse, rules: readonly Rule[], { minCertainty }: ResolvedConfig, failures: FileProblem[]): JudgedFound {
  const { use, within } = found
  const { verdict, findings, ...why } = judge(
    use,
    rules,
    (finding) => atLeast(finding.certainty, minCertainty),
    (rule, error) => failures.push(crash(use.at?.file ?? '', rule, error)),
  )
  return { use: { loss: use.contract.id, at: use.at, verdict, ...why }, findings, within, callee: use.callee, found }
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
