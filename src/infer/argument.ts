import { type Claim, type Facts, type Strength, weaker } from '../claims.js'
import type { Role } from '../contracts/contract.js'
import { isA, type Kind, kinds } from '../kinds.js'
import type { Values } from '../numbers/values.js'
import type { Place } from '../place.js'
import type { Argument } from '../use.js'
import { isOfCaller } from './choices.js'
import type { Engine } from './engine.js'
import { valuesOf } from './literals.js'
import { commonFacts, distinct } from './merged-tensor.js'
import { present } from './union.js'
import { type Choice, cutIn, type Tensor, type Unknown, type Value } from './value.js'

/** An argument as far as source alone tells, with its values where the source spells them out. */
export interface Followed {
  argument: Argument
  values?: Values
  /** Where the values are written, when not in the call itself. */
  writtenAt?: Place
}

/** Steps of a trace that a finding shows. */
const longest = 8

export function toArgument(engine: Engine, role: Role, value: Value, text: string, at: Place): Followed {
  const empty: Argument = { role, text, at, claims: [], refuted: [], facts: {} }
  const there = present(value)
  if (there !== value) return toArgument(engine, role, there, text, at)
  switch (value.is) {
    case 'tensor':
      return {
        argument: { ...empty, claims: value.claims, facts: value.facts, ...stop(engine, { reason: value.unknown, at: value.stoppedAt }) },
        values: value.literal,
        writtenAt: value.at,
      }
    case 'union':
      return { argument: { ...empty, ...joined(engine, value.options) } }
    case 'list': {
      const values = valuesOf(engine, value)
      return values ? { argument: empty, values } : { argument: { ...empty, unknown: 'its numbers are not all written out in the source' } }
    }
    case 'unknown':
      return { argument: { ...empty, ...stop(engine, value) } }
    case 'literal':
      return { argument: { ...empty, unknown: literalReason(value.value) } }
    default:
      return {
        argument: { ...empty, unknown: value.is === 'nothing' ? circular : `it is ${words[value.is] ?? `a ${value.is}`}, and no tensor` },
      }
  }
}

function literalReason(value: Extract<Value, { is: 'literal' }>['value']): string {
  if (value === undefined) return 'it is not set here'
  if (value === null) return 'it is nothing, and no tensor'
  const what = typeof value === 'number' ? 'the number' : typeof value === 'string' ? 'the text' : 'the constant'
  return `it is ${what} ${typeof value === 'string' ? JSON.stringify(value) : value}, and no tensor`
}

/** What a loop or a recursion gives that starts from nothing known. */
const circular = 'it is made only from itself, in a loop or a recursion that starts from nothing'

const words: Readonly<Record<string, string>> = {
  object: 'a layer or model',
  instance: 'an object',
  record: 'an object',
  method: 'a function',
  library: 'something of a library',
  builtin: 'something of the language',
}

type Stop = Pick<Argument, 'unknown' | 'stoppedAt' | 'remedy' | 'cut' | 'open'>

/** What stopped the search, as far as it is known. */
function stop(engine: Engine, { reason, at, remedy, cut }: Partial<Omit<Unknown, 'is'>>): Stop {
  if (reason === undefined) return {}
  return { unknown: reason, ...(at && { stoppedAt: engine.graph.place(at) }), ...(remedy !== undefined && { remedy }), ...(cut && { cut }) }
}

/**
 * What several values that may arrive have in common, and what only some of them are. What some callers pass is likely;
 * what some branch leaves is possible at most, because the loss may have been chosen by the same decision.
 */
function joined(engine: Engine, options: readonly Choice[]): Pick<Argument, 'claims' | 'facts'> & Stop {
  const tensors = options.map((option) => option.value).filter((value): value is Tensor => value.is === 'tensor')
  const claims = kinds.flatMap((kind) => joinKind(kind, options))
  const facts = commonFacts(tensors.map((tensor) => tensor.facts))
  const stopped = options.filter((option) => option.value.is === 'unknown')
  const passed = stopped.find(({ when }) => when.some(isOfCaller))
  const unknown = cutIn({ is: 'union', options }) ?? ((passed ?? stopped[0])?.value as Unknown | undefined)
  return {
    claims,
    facts: tensors.length === options.length ? facts : withoutLayout(facts),
    ...stop(engine, unknown ?? { reason: 'values of different kinds can arrive here' }),
    ...(passed && { open: true }),
  }
}

/** Axes and types say of one value what another that may arrive in its place need not have. */
function withoutLayout({ shape: _, rank: __, dtype: ___, ...facts }: Facts): Facts {
  return facts
}

function joinKind(kind: Kind, options: readonly Choice[]): Claim[] {
  const found = options.map((option) => claimOf(option.value, kind))
  const claims = found.filter((claim) => claim !== undefined)
  if (!claims.some((claim) => claim.kind === kind)) return []
  let strength: Strength = claims.map((claim) => claim.strength).reduce(weaker)
  if (claims.length < options.length) strength = weaker(strength, onlyCallers(options) ? 'likely' : 'possible')
  const evidence = claims.flatMap((claim) => claim.evidence)
  const assumed = claims.some((claim) => claim.assumed)
  return [{ kind, strength, evidence: distinct(evidence).slice(0, longest), ...(assumed && { assumed }) }]
}

/** The option's own claim of the kind, or of one that is acceptable in its place. */
function claimOf(value: Value, kind: Kind): Claim | undefined {
  if (value.is !== 'tensor') return undefined
  return value.claims.find((claim) => claim.kind === kind) ?? value.claims.find((claim) => isA(claim.kind, kind))
}

function onlyCallers(options: readonly Choice[]): boolean {
  return options.every((option) => option.via === 'callers')
}
