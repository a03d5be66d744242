import type { Claim, Facts } from '../claims.js'
import type { Contract, Made } from '../contracts/contract.js'
import type { NodeId, Numeric, Span } from '../graph/graph.js'
import type { Does } from '../graph/language.js'
import type { Values } from '../numbers/values.js'
import type { Place } from '../place.js'
import type { Argument, Context } from './context.js'

/** A node as seen from a call: evaluated when somebody asks. */
export interface Thunk {
  node: NodeId
  ctx: Context
}

/** What a field holds after different ways through a function. */
export interface Join {
  join: readonly { value: Lazy; when: readonly Assumption[]; via: Via }[]
}

/** What a field holds after a method has run. */
export interface Field {
  field: string
  of: Thunk
}

/** What a state holds: at first `held`, later what its setter, known by the place where the state is made, is given. */
export interface Held {
  held: Lazy
  at: Span
  key: string
  ctx: Context
}

export type Lazy = Thunk | Value | Join | Field | Held

export function isThunk(lazy: Lazy): lazy is Thunk {
  return !('is' in lazy) && 'node' in lazy
}

/** Not understood: `reason` is the first thing that stopped the search, `at` where it did; `remedy` what the user can do about it. */
export interface Unknown {
  is: 'unknown'
  reason: string
  at?: Span
  remedy?: string
  /** Members that it has been given; of what is `sealed` it is not known what becomes of them. */
  fields?: ReadonlyMap<string, Lazy>
  sealed?: true
  /** It may be the logarithm of a sum of exponentials. */
  normaliser?: true
  /** The search was given up for the work that it takes: it says nothing of what might have been found. */
  cut?: true
}

/** What a node can be known to hold. */
export type Value =
  | Unknown
  /** No value: a path that comes back to itself and adds nothing. */
  | { is: 'nothing' }
  | { is: 'literal'; value: string | number | boolean | null | undefined; numeric?: Numeric }
  /** `open`: there are further items; each is `every`, or not known. `grown`: items were added one by one, how often is not known. */
  | { is: 'list'; items: readonly Lazy[]; open: boolean; grown?: true; every?: Lazy }
  /**
   * `map`: a `Map`, whose entries `get` gives and which has no members but its methods. `dict`: a dictionary, whose entries are
   * read by key, and which has methods as well; a loop over it goes through its keys.
   */
  | { is: 'record'; fields: ReadonlyMap<string, Lazy>; open: boolean; map?: true; dict?: true }
  /**
   * `bound`: arguments that it was bound to, before those of its calls. `loose`: read as a member, so another object to which
   * it is given becomes its receiver. `derived`: calling it gives gradients, beside its own result or alone. `bare`: as it is without its
   * decorators. `unbound`: a method whose first argument is its receiver.
   */
  | {
      is: 'function'
      node: NodeId
      ctx: Context
      self?: Lazy
      bound?: readonly Argument[]
      loose?: true
      derived?: 'beside' | 'alone'
      bare?: true
      unbound?: true
    }
  /** `fields`: static members that were set after its definition. */
  | { is: 'class'; node: NodeId; ctx: Context; fields?: ReadonlyMap<string, Lazy> }
  /**
   * `made`: the context of its constructor; null when it is not known how it was constructed. `open`: why any field that is not
   * among `fields` may hold anything. `statics`: members that its class had been given when it was made.
   */
  | {
      is: 'instance'
      class: NodeId
      ctx: Context
      made: Context | null
      fields: ReadonlyMap<string, Lazy>
      open?: Unknown
      statics?: ReadonlyMap<string, Lazy>
    }
  /** Something of a library: `losses` of `@tensorflow/tfjs`, a package without contracts too. `bound`: as of a function. */
  | { is: 'library'; package: string; path: readonly string[]; bound?: readonly Argument[] }
  /** `guessed`: only its name says that it is this method, the receiver is not known. */
  | { is: 'method'; contract: Contract; receiver: Lazy; guessed?: true }
  /** A function of the language itself, or a method of `receiver`: what it does, where that is followed. */
  | { is: 'builtin'; name: string; does?: Does; receiver?: Value }
  | LibraryObject
  | Tensor
  | { is: 'union'; options: readonly Choice[] }

export type Instance = Extract<Value, { is: 'instance' }>
export type ClassValue = Extract<Value, { is: 'class' }>
export type List = Extract<Value, { is: 'list' }>
export type RecordValue = Extract<Value, { is: 'record' }>
export type Closure = Extract<Value, { is: 'function' }>

/** A layer, a model, a criterion. */
export interface LibraryObject {
  is: 'object'
  package: string
  type: string
  /** Undefined when only its type is known. */
  made?: Made
  contract?: Contract
  /** What it comes from, for people: `dense`. */
  origin: string
  /** Why it is not known how it was made. */
  unknown?: Unknown
  span: Span
  options: ReadonlyMap<string, Lazy>
  /** There may be options that are not known. */
  open: boolean
  /** Layers in order; undefined when it is no container or they are not known. */
  layers?: readonly Lazy[]
  /** Under which names it has its layers, in libraries where they are its members. */
  names?: readonly string[]
  /** The layer that was put in the place of its last one. */
  head?: Lazy
  /** Of a layer: what it gives in the model that it was taken from. */
  output?: Lazy
}

export interface Tensor {
  is: 'tensor'
  /** Library whose methods it has. */
  package: string
  claims: readonly Claim[]
  facts: Facts
  /** The values themselves, when the source spells them out, and where it does. */
  literal?: Values
  at?: Place
  /** Its numbers say nothing: it was made to be filled. */
  blank?: true
  /** It may be the logarithm of a sum of exponentials. */
  normaliser?: true
  /** Why it has no claims, and where that shows. */
  unknown?: string | undefined
  stoppedAt?: Span
}

/** One of several values that may arrive. `branch`: by a decision; `callers`: from different callers; `shared`: set in several functions. */
export interface Choice {
  value: Exclude<Value, { is: 'union' }>
  when: readonly Assumption[]
  via: Via
}

export type Via = 'branch' | 'callers' | 'shared'

/** A decision taken for granted while a value is looked up. */
export interface Assumption {
  key: string
  /** Of a choice between callers or classes: those that are left, with a bar between. */
  value: string
  /** What the decision is taken on, where it is a condition of the source. */
  test?: NodeId
}

export const nothing: Value = { is: 'nothing' }

export function unknown(reason: string, more?: Pick<Unknown, 'at' | 'remedy'>): Unknown {
  return { is: 'unknown', reason, ...more }
}

export function literal(value: string | number | boolean | null | undefined): Value {
  return { is: 'literal', value }
}

/** The name that a value is as the key of a member; undefined where it is not known. */
export function keyIn(value: Value): string | undefined {
  return value.is === 'literal' ? String(value.value) : undefined
}

/** The alternatives of a value. */
export function optionsOf(value: Value): readonly Choice['value'][] {
  return value.is === 'union' ? value.options.map((option) => option.value) : [value]
}

/** Among the alternatives of a value, one that was not looked for to the end. */
export function cutIn(value: Value): Unknown | undefined {
  return optionsOf(value).find((one) => one.is === 'unknown' && one.cut === true) as Unknown | undefined
}

export function isEmpty(value: Value): boolean {
  return value.is === 'literal' && (value.value === null || value.value === undefined)
}
