import { rules as allRules } from '../rules/index.js'
import { atLeast } from './claims.js'
import { defaultConfig, type ResolvedConfig } from './config/config.js'
import { createCatalog } from './contracts/index.js'
import { activeRules } from './filters/levels.js'
import { embedded } from './frontends/embedded/index.js'
import type { Host } from './frontends/frontend.js'
import { typescript } from './frontends/typescript/index.js'
import { json } from './frontends/typescript/json.js'
import { createEngine } from './infer/engine.js'
import type { FoundUse } from './infer/found-use.js'
import { findUses } from './infer/uses.js'
import { openProject } from './project.js'
import type { FileProblem, Report } from './report.js'
import type { Rule } from './rule.js'
import { type Judged, judge, makeReport } from './run.js'

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
export function lint({ files, host, config = defaultConfig, rules = allRules, others = [], scanned = files.length }: LintOptions): Report {
  const texts = new Map(files.map((file) => [file.path, file.text]))
  const project = openProject(overlay(texts, host), [typescript, json, embedded], { judged: [...texts.keys()], others })
  const engine = createEngine(project.graph, createCatalog(config.contracts))
  const modules = [...texts.keys()]
    .sort()
    .map((path) => project.graph.module(path))
    .filter((module) => module !== undefined)
  const failures: FileProblem[] = []
  const active = activeRules(rules, config)
  const judged = findUses(engine, modules)
    .filter(({ use }) => config.frameworks.length === 0 || config.frameworks.includes(use.contract.package))
    .map((found) => judgeUse(found, active, config, failures))
  return makeReport(judged, scanned, [...project.problems(), ...failures], 0)
}

function overlay(texts: ReadonlyMap<string, string>, host: Host | undefined): Host {
  return {
    read: (path) => texts.get(path) ?? host?.read(path),
    peek: (path) => texts.get(path) ?? (host?.peek ?? host?.read)?.(path),
    isFile: (path) => texts.has(path) || (host?.isFile(path) ?? false),
  }
}

function judgeUse({ use, within }: FoundUse, rules: readonly Rule[], { minCertainty }: ResolvedConfig, failures: FileProblem[]): Judged {
  const { verdict, findings, ...why } = judge(
    use,
    rules,
    (finding) => atLeast(finding.certainty, minCertainty),
    (rule, error) => failures.push(crash(use.at?.file ?? '', rule, error)),
  )
  return { use: { loss: use.contract.id, at: use.at, verdict, ...why }, findings, within, callee: use.callee }
}

function crash(file: string, rule: string, error: unknown): FileProblem {
  const message = error instanceof Error ? error.message : String(error)
  return { file, message: `rule ${rule} failed: ${message}; please report it`, internal: true }
}
