import type { Claim, Facts, Refutation, Strength } from './claims.js'
import { atLeast, bestOf } from './claims.js'
import type { Contract, Parameter, Role } from './contracts/contract.js'
import { isA, type Kind } from './kinds.js'
import type { Losses } from './numbers/losses.js'
import type { Numbers } from './numbers/numbers.js'
import type { Place } from './place.js'

/** One argument of a loss call, and all that is known of it. */
export interface Argument {
  role: Role
  /** As the user wrote it, shortened: `probs`, `model.predict(x)`. At runtime: the contract's name for it. */
  text: string
  /** Absent at runtime. */
  at?: Place
  claims: readonly Claim[]
  refuted: readonly Refutation[]
  facts: Facts
  /** Present when the values themselves are known: a literal, or a tensor at runtime. */
  numbers?: Numbers
  /** The first thing that stopped the search for its kind, the place where it did, and what the user can do about it. */
  unknown?: string
  stoppedAt?: Place
  remedy?: string
  /** Some of the ways to it were not looked at, for the work that they take. */
  cut?: true
  /** What one of its callers passes is not known. */
  open?: true
}

/** One loss call, found in source or handed to `diagnose()`. */
export interface Use {
  contract: Contract
  /** As the user wrote the callee, or the contract's short name: `tf.losses.softmaxCrossEntropy`. */
  callee: string
  at?: Place
  arguments: Partial<Record<Role, Argument>>
  /** Options by the contract's parameter name, when their value is known. */
  options: Readonly<Record<string, string | number | boolean | null>>
  /** Class count, when the prediction or the target shows it. */
  classes?: number
  /** The value that the loss returned, where it is a mean over rows; of several steps the lowest. Only at runtime, as the next. */
  loss?: number
  /** What it returned in all steps that were examined. */
  losses?: Losses
  /** A fault of the call itself that its evaluation met, such as a loss name that the library does not know. */
  faults?: readonly { option: string; given: string; nearest?: string }[]
}

/** The strength with which the argument is of the kind (or of one below it); undefined when nothing says so. */
export function claimed(argument: Argument | undefined, kind: Kind): Strength | undefined {
  let best: Strength | undefined
  for (const claim of argument?.claims ?? []) if (isA(claim.kind, kind) && (!best || atLeast(claim.strength, best))) best = claim.strength
  return best
}

/** How surely an argument is of a kind on some of the ways only that lead to the call, and on others of no more than a kind above it. */
export function onlySome(argument: Argument, kind: Kind, above: Kind): Strength | undefined {
  if (argument.unknown === undefined || argument.numbers) return undefined
  const [some, all] = [claimed(argument, kind), argument.claims.find((claim) => claim.kind === above)?.strength]
  return some && all && some !== all && atLeast(all, some) ? some : undefined
}

/** True when numbers show that the argument is not of the kind. A refuted kind refutes all kinds below it. */
export function refuted(argument: Argument | undefined, kind: Kind): boolean {
  return argument?.refuted.some((refutation) => isA(kind, refutation.kind)) ?? false
}

/** The claim that rules reason from. */
export function bestClaim(argument: Argument | undefined): Claim | undefined {
  return bestOf(argument?.claims ?? [])
}

export function parameterOf(contract: Contract, role: Role): Parameter | undefined {
  return contract.takes.find((parameter) => parameter.role === role)
}

/** True when the contract's parameter of that role accepts the kind. */
export function accepts(contract: Contract, role: Role, kind: Kind): boolean {
  const wants = parameterOf(contract, role)?.wants ?? []
  return wants.length === 0 || wants.some((wanted) => isA(kind, wanted))
}

/** True when the contract's parameter of that role asks for the kind itself. */
export function wants(contract: Contract, role: Role, kind: Kind): boolean {
  return parameterOf(contract, role)?.wants.includes(kind) ?? false
}
