import { rules as allRules } from '../../rules/index.js'
import { spelling } from '../contracts/catalog.js'
import type { Contract } from '../contracts/contract.js'
import { pictureOf } from '../pictures/picture.js'
import type { Sample } from '../pictures/sample.js'
import type { FileProblem, Finding, Report } from '../report.js'
import type { Rule } from '../rule.js'
import { type Judged, judge, makeReport } from '../run.js'
import type { Use } from '../use.js'
import { argumentsOf, type Given } from './arguments.js'
import { buildUse, type Expected } from './build-use.js'
import type { DiagnoseOptions } from './diagnose.js'
import { keepArrays } from './libraries/jax-js.js'
import { type Observation, observe, relation, together } from './observe.js'
import { onlyMore } from './only-more.js'
import { type Extent, type Read, readAll } from './read.js'
import { sampleOfRead } from './sampled.js'
import { keeper, selected } from './selection.js'
import { checked, type Settings } from './settings.js'
import { findingText, summaryText } from './summary.js'

/** What is known of calls that agree in their shapes. */
export interface Group {
  seen: Observation
  /** The observation that was judged, what was made of it, and whether more was seen since. */
  by: Observation
  use: Use
  judged: Judged
  stale: boolean
  /** Rows of the call that brought the judgement, to draw. */
  sample: Sample | undefined
}

/** Calls out of which the loss threw an error, and what it said. */
export interface Thrown {
  calls: number
  message: string
}

/** What is known of the predictions beside their numbers, and who wants to see each call that was examined. */
export interface Beside {
  expected?: Expected
  /** `calls` is the number of calls by then. */
  examined?(read: Read, seen: Observation, use: Use, calls: number): void
  /** Further lines of the summary. */
  notes?(): readonly string[]
}

/** The evidence of one wrapped loss. Nothing in here throws into the user's program. */
export class Watch {
  #calls = 0
  #looked = 0
  #signature = ''
  #fault: Report | undefined
  #thrown: Thrown | undefined
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
    private readonly beside: Beside = {},
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

  /** Lets arguments outlive the call, until the function that is returned is called. */
  keep(args: readonly unknown[]): () => void {
    try {
      return keepArrays(args)
    } catch {
      // They cannot even be looked at, which `look` will tell.
      return () => {}
    }
  }

  look(args: readonly unknown[], result: unknown): void {
    try {
      const given = argumentsOf(this.contract, args)
      const extent = { rows: this.#settings.rows, nth: this.#looked++ }
      const read = readAll(this.contract, { ...given.tensors, loss: result }, extent)
      if (read instanceof Promise) this.#await(read, given.options, extent)
      else this.#add(read, given.options, extent)
    } catch (error) {
      this.#failed('a call could not be examined', error)
    }
  }

  /** The loss threw out of the call that was looked at: without a word of it, what is said of its arguments would read as approval. */
  threw(error: unknown): void {
    this.#thrown = { calls: (this.#thrown?.calls ?? 0) + 1, message: this.#thrown?.message ?? textOf(error) }
  }

  #await(parts: Promise<Read>, options: Given['options'], extent: Extent): void {
    const reading = parts
      .then((read) => this.#add(read, options, extent))
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
    this.#refresh()
    return [...this.#states.slice(0, -1), this.#report()]
  }

  judged(): Judged[] {
    this.#refresh()
    return [...this.#groups.values()].map(drawn)
  }

  get problems(): readonly FileProblem[] {
    return this.#problems
  }

  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending)
  }

  summary(): string {
    this.#refresh()
    return summaryText({
      callee: this.#callee,
      calls: this.#calls,
      looked: this.#looked,
      waiting: this.#pending.size,
      settings: this.#settings,
      groups: [...this.#groups.values()],
      announced: [...this.#announced.values()],
      thrown: this.#thrown,
      problems: this.#problems,
      notes: this.beside.notes?.() ?? [],
      origin: this.beside.expected?.claims.length ? 'known' : 'unknown',
    })
  }

  #add(read: Read, options: Given['options'], extent: Extent): void {
    const fresh = observe(this.contract, read, options, extent)
    const key = relation(fresh)
    const before = this.#groups.get(key)
    const seen = before ? together(before.seen, fresh) : fresh
    const more = before && this.#settings.onFinding !== 'throw' && onlyMore(before.by, seen)
    const group = more ? { ...before, seen, stale: true } : this.#judge(seen, sampleOfRead(this.contract, read, options, extent))
    this.#groups.set(key, group)
    if (!group.stale) this.#tell(group)
    this.beside.examined?.(read, fresh, group.use, this.#calls)
  }

  #judge(seen: Observation, sample: Sample | undefined): Group {
    const use = buildUse(this.contract, seen, this.#callee, this.beside.expected)
    const { verdict, reason, findings } = judge(use, this.#rules, this.#keep, (rule, error) => this.#failed(`rule ${rule} failed`, error))
    const judged = { use: { loss: this.contract.id, verdict, reason }, findings, within: '', callee: this.#callee }
    return { seen, by: seen, use, judged, stale: false, sample }
  }

  /** Judges what was only added to, before anyone is told of it. */
  #refresh(): void {
    for (const [key, { seen, stale, sample }] of this.#groups) {
      if (!stale) continue
      const group = this.#judge(seen, sample)
      this.#groups.set(key, group)
      this.#tell(group)
    }
  }

  #tell({ judged }: Group): void {
    this.#remember()
    this.#announce(judged.findings)
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
    return makeReport({ judged: [...this.#groups.values()].map(drawn), files: 0, problems: this.#problems })
  }

  #failed(what: string, error: unknown): void {
    const message = `${what}: ${textOf(error)}`
    if (this.#problems.some((problem) => problem.message === message)) return
    this.#problems.push({ file: this.#callee, message, ...(error instanceof TypeError ? {} : { internal: true as const }) })
  }
}

function drawn({ judged, use, sample }: Group): Judged {
  const picture = sample && pictureOf(use, sample)
  return picture ? { ...judged, use: { ...judged.use, picture } } : judged
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
