import type { Strength } from './claims.js'
import type { Role } from './contracts/contract.js'
import type { Remedy } from './remedy.js'
import type { Message, Severity } from './report.js'
import type { Use } from './use.js'

/** What a rule found in a use: data only, words come from `say`. */
export interface Problem<Data extends object = object> {
  /** The argument at fault; absent when the rule explains the whole use and is to be its only finding. */
  role?: Role
  /** Where to point when the whole use is explained; the prediction unless told otherwise. */
  points?: Role
  certainty: Strength
  /** Overrides the rule's severity, for a harmless variant of the same fault. */
  severity?: Severity
  data: Data
  /** What would put it right, the best first. */
  remedies?: readonly Remedy[]
  /** A use of which it is not told whether it is that is not clean, although its kind is right. */
  doubts?: true
}

/** A pure function from a use to at most one problem. */
export interface Rule<Data extends object = object> {
  /** The fault, in kebab-case; reads well after "allow". */
  name: string
  severity: Severity
  /** One line for `ce-lint rules`. */
  summary: string
  check(use: Use): Problem<Data> | undefined
  say(data: Data): Message
}

/** Fixes the type of a rule's data where it is written, and widens it for the registry. */
export function defineRule<Data extends object>(rule: Rule<Data>): Rule {
  return rule as unknown as Rule
}
