import type { Strength } from './claims.js'
import type { Role } from './contracts/contract.js'
import type { FingerprintKey } from './fingerprint.js'
import type { Place } from './place.js'

export const severities = ['info', 'warning', 'error'] as const
export type Severity = (typeof severities)[number]

export type Verdict = 'clean' | 'finding' | 'unknown'

/** One sentence each: the fact, its consequence, the remedy. */
export interface Message {
  what: string
  why: string
  todo: string
}

export interface Related {
  at: Place
  note: string
}

export interface Edit {
  at: Place
  text: string
}

export interface Fix {
  title: string
  /** Cannot change any output but the loss value that the finding is about. */
  safe: boolean
  /** What the loss takes after it is not known, so that nothing can be said of the loss any more. */
  leaves?: 'unknown'
  edits: readonly Edit[]
}

export interface Finding {
  rule: string
  severity: Severity
  certainty: Strength
  message: Message
  /** What was measured of the argument at fault; absent where source alone shows it. */
  evidence?: readonly string[]
  data: object
  /** Contract id of the loss, and the argument at fault; absent where a comment is at fault, which belongs to no loss call. */
  loss?: string
  role?: Role
  /** The loss call's argument; absent for values without source. */
  at?: Place
  related: readonly Related[]
  fixes: readonly Fix[]
  fingerprint: string
}

/** What keeps a finding from being reported. */
export type Suppression = CommentSuppression | BaselineSuppression

export interface CommentSuppression {
  kind: 'comment'
  /** What the user wrote in justification. */
  reason?: string
  at: Place
}

export interface BaselineSuppression {
  kind: 'baseline'
  /** As the baseline has it, with its file relative to the working directory. */
  entry: FingerprintKey
}

export interface SuppressedFinding extends Finding {
  suppressions: readonly Suppression[]
}

export interface ReportedUse {
  loss: string
  at?: Place
  verdict: Verdict
  /** Its findings are all suppressed. */
  suppressed?: true
  /** For `unknown`: the first thing that stopped the search, the place where it did, and what the user can do about it. */
  reason?: string
  stoppedAt?: Place
  remedy?: string
  /** What the numbers look like, where there are numbers. */
  picture?: Picture
}

/** How many numbers lie in each of equal steps from `from` to `to`; no steps where only the ends are known. */
export interface Histogram {
  from: number
  to: number
  counts: readonly number[]
}

/** What a loss can come to when its input is read as of a kind; null where nothing bounds it. */
export interface Band {
  reading: 'logits' | 'probabilities' | 'log-probabilities'
  least: number | null
  greatest: number | null
}

/** A row that shows what the others show less. */
export interface LoudRow {
  /** Counted from 0, in the order of the tensor. */
  row: number
  /** The first entries, at most eight. */
  entries: readonly (number | null)[]
  /** The class of the row's target, where it has one. */
  target?: number
  note: string
}

/** What drawings of a use are made from. */
export interface Picture {
  prediction: { name: string; shape: readonly number[]; dtype: string }
  target?: { name: string; shape: readonly number[]; dtype: string }
  classes: number
  /** Rows of the prediction, and those that the histograms and the loud rows are taken from: spread over all of them, or of one batch where several were seen. */
  rows: number
  drawn: number
  /** The kind that the prediction's numbers show, and why. */
  reading?: string
  evidence?: string
  values: Histogram
  rowSums?: Histogram
  /** The loss: what the call returned, else the mean that these rows come to, and the bands that it can lie in. */
  loss?: { value?: number; given: boolean; uniform?: number; bands: readonly Band[] }
  loudest: readonly LoudRow[]
}

/** A step on a value's way from its use back to where it was made: what is written there, and what is known of the value. */
export interface RouteStep {
  at?: Place
  text: string
  holds: string
  /** What decided for this step where there were alternatives. */
  when?: string
  /** The value was made here, or here it is no longer known. */
  end?: 'made' | 'lost'
  /** Where the value may come from instead of one next step. */
  ways?: readonly RouteWay[]
}

export interface RouteWay {
  when: string
  steps: readonly RouteStep[]
}

/** A loss call with the ways of its arguments, and what came of it. */
export interface TracedUse extends ReportedUse {
  /** As the user wrote the callee. */
  callee: string
  findings: readonly (Pick<Finding, 'rule' | 'severity' | 'certainty' | 'message'> & Partial<Pick<SuppressedFinding, 'suppressions'>>)[]
  arguments: readonly { role: Role; text: string; steps: readonly RouteStep[] }[]
}

/** Something that kept a file from being looked at, or a part of the analysis from finishing. */
export interface FileProblem {
  file: string
  message: string
  /** A fault of ce-lint itself: the run's exit code is 2. */
  internal?: true
}

/** What a run says, closed under JSON; version 1 only ever gains fields. */
export interface Report {
  version: 1
  tool: { name: 'ce-lint'; version: string }
  summary: {
    files: number
    uses: number
    clean: number
    unknown: number
    findings: Record<Severity, number>
    suppressed: number
    /** How many of the findings are about comments, and not about a loss call; absent where none is. */
    comments?: number
    /** How many findings were put right in this run; absent where nothing was to be fixed. */
    fixed?: number
  }
  uses: readonly ReportedUse[]
  findings: readonly Finding[]
  /** Findings that the user has silenced: they neither fail a run nor count above. */
  suppressed: readonly SuppressedFinding[]
  /** Entries of the baseline whose findings are gone; absent where there are none. */
  unneeded?: readonly FingerprintKey[]
  problems: readonly FileProblem[]
  /** What files would hold after the fixes of a dry run. */
  outputs?: readonly { file: string; text: string }[]
}
