import { rules as allRules } from '../../rules/index.js'
import { spelling } from '../contracts/catalog.js'
import type { Contract } from '../contracts/contract.js'
import type { FileProblem, Finding, Report } from '../report.js'
import type { Rule } from '../rule.js'
import { type Judged, judge, makeReport } from '../run.js'
import type { Use } from '../use.js'
import { argumentsOf, type Given } from './arguments.js'
import { mustWait } from './backend.js'
import { buildUse } from './build-use.js'
import type { DiagnoseOptions } from './diagnose.js'
import { type Observation, observe, type Read, relation, together } from './observe.js'
import { readAll, readAllLater } from './read.js'
import { keeper, selected } from './selection.js'
import { checked, type Settings } from './settings.js'
import { findingText, summaryText } from './summary.js'

/** What is known of calls that agree in their shapes. */
export interface Group {
  seen: Observation
  use: Use
  judged: Judged
}

/** The evidence of one wrapped loss. Nothing in here throws into the user's program. */
export class Watch {
  #calls = 0
  #looked = 0
  #signature = ''
  #fault: Report | undefined
  readonly #callee: string
  readonly #rules: readonly Rule[]
  readonly #keep: (finding: Finding) => boolean
  readonly #settings: Settings
  readonly #groups = new Map<string, Group>()
  readonly #states: Report[] = []
  readonly #problems: FileProblem[] = []
  readonly #announced = new Map<string, Finding>()
  readonly #pending = new Set<Promise<void>>()

  constructor(
    readonly contract: Contract,
    options: DiagnoseOptions,
  ) {
    this.#settings = checked(options)
    this.#callee = options.name ?? spelling(contract)
    this.#rules = selected(allRules, options)
    this.#keep = keeper(options)
  }

  /** Counts a call and says whether it is one to look at. */
  next(): boolean {
    const { firstSteps, every } = this.#settings
    const index = this.#calls++
    return this.#fault !== undefined || index < firstSteps || (index - firstSteps + 1) % every === 0
  }

  look(args: readonly unknown[], result: unknown): void {
    try {
      this.#looked++
      const given = argumentsOf(this.contract, args)
      const parts = { ...given.tensors, loss: result }
      if (Object.values(parts).some(mustWait)) this.#await(readAllLater(parts), given.options)
      else this.#add(readAll(parts), given.options)
    } catch (error) {
      this.#failed('a call could not be examined', error)
    }
  }

  #await(parts: Promise<Read>, options: Given['options']): void {
    const reading = parts
      .then((read) => this.#add(read, options))
      .catch((error: unknown) => this.#failed('a call could not be examined', error))
      .finally(() => this.#pending.delete(reading))
    this.#pending.add(reading)
  }

  /** The report to throw, once, when the user asked for that. */
  takeFault(): Report | undefined {
    const fault = this.#fault
    this.#fault = undefined
    return fault
  }

  reports(): Report[] {
    return [...this.#states.slice(0, -1), this.#report()]
  }

  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending)
  }

  summary(): string {
    return summaryText({
      callee: this.#callee,
      calls: this.#calls,
      looked: this.#looked,
      waiting: this.#pending.size,
      settings: this.#settings,
      groups: [...this.#groups.values()],
      announced: [...this.#announced.values()],
      problems: this.#problems,
    })
  }

  #add(read: Read, options: Given['options']): void {
    const fresh = observe(this.contract, read, options, this.#settings.rows)
    const key = relation(fresh)
    const before = this.#groups.get(key)?.seen
    const seen = before ? together(before, fresh) : fresh
    const use = buildUse(this.contract, seen, this.#callee)
    const { verdict, reason, findings } = judge(use, this.#rules, this.#keep, (rule, error) => this.#failed(`rule ${rule} failed`, error))
    const judged = { use: { loss: this.contract.id, verdict, reason }, findings, within: '', callee: this.#callee }
    this.#groups.set(key, { seen, use, judged })
    this.#remember()
    this.#announce(findings)
  }

  /** Keeps a report when the evidence says something else than before. */
  #remember(): void {
    const signature = JSON.stringify(
      [...this.#groups].map(([key, { judged }]) => [
        key,
        judged.use.verdict,
        judged.findings.map(({ rule, role, certainty }) => [rule, role, certainty]),
      ]),
    )
    if (signature === this.#signature) return
    this.#signature = signature
    this.#states.push(this.#report())
  }

  #announce(findings: readonly Finding[]): void {
    const { onFinding, console } = this.#settings
    if (onFinding === 'throw' && findings.some(({ severity }) => severity !== 'info')) this.#fault = this.#report()
    for (const finding of findings) {
      if (this.#announced.has(finding.rule)) continue
      this.#announced.set(finding.rule, finding)
      if (onFinding === 'warn') console.warn(`${findingText(finding)}\n  seen in call ${this.#calls} of ${this.#callee}`)
    }
  }

  #report(): Report {
    return makeReport({ judged: [...this.#groups.values()].map(({ judged }) => judged), files: 0, problems: this.#problems })
  }

  #failed(what: string, error: unknown): void {
    const message = `${what}: ${error instanceof Error ? error.message : String(error)}`
    if (this.#problems.some((problem) => problem.message === message)) return
    this.#problems.push({ file: this.#callee, message, ...(error instanceof TypeError ? {} : { internal: true as const }) })
  }
}
