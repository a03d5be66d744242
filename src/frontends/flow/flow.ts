import type { GraphBuilder } from '../../graph/builder.js'
import type { Comment, Condition, Declaration, Node, NodeId, NodeOf, Option, Span } from '../../graph/graph.js'
import type { Binding, Effects, Scope, Scopes } from './bindings.js'
import type { Environment, State } from './environment.js'

/** A piece of a program's text, as its language has it: known by identity, and by nothing that is inside. */
export type Syntax = object

/** Levels of nested syntax that are followed: deeper ones would be the end of the stack. */
export const deepest = 250

/** Something that a jump can lead out of. */
export interface Frame {
  kind: 'loop' | 'switch' | 'label' | 'try'
  label: string | null
  level: number
  pathLength: number
  breaks: State[]
  continues: State[]
  throws: State[]
}

/** The function, or the module, whose body is being lowered. */
export interface FunctionContext {
  /** Null for the module. */
  id: NodeId | null
  /** Whose nodes are being made: its own, or those of the innermost open loop. */
  owner: NodeId | null
  syntax: Syntax
  parent: FunctionContext | null
  /** It does not run with the values of its creation: a declaration, a method. */
  hoisted: boolean
  inline: boolean
  qualified: string | null
  /** What held in the functions around it when it was made. */
  made: readonly Condition[]
  env: Environment
  /** The node of each shared variable that it read before setting it. */
  captured: Map<Binding, NodeId>
  /** Its receiver; a function that has none uses that of the function around it. */
  self: Binding
  /** The class or record whose method it is. */
  class: NodeId | null
  /** What the receiver is when the function is entered. */
  receiver: NodeId | null
  returns: Option[]
  yields: Option[]
  /** What a generator has yielded so far, as a list; null for other functions. */
  yielded: Binding | null
  exits: State[]
  /** Gives a constructor's fields their values: to run when that of the base class returns. */
  begin: (() => void) | null
  /** Bodies that run later: lowered when all constants around them have their values. */
  deferred: (() => void)[]
  frames: Frame[]
  /** First node of the outermost open loop: what was made since may differ from one round to the next. */
  loopStart: number | null
}

/** State of the lowering of one file. */
export interface Flow {
  file: string
  builder: GraphBuilder
  scopes: Scopes
  spanOf(syntax: Syntax): Span
  effectsOf(fn: Syntax): Effects
  scope: Scope
  fn: FunctionContext
  calls: NodeId[]
  classes: NodeId[]
  imports: Set<string>
  exports: Map<string, NodeId>
  /** Comments that declare what values hold, and those that were found to speak of one. */
  declaring: readonly Comment[]
  declarations: Declaration[]
  /** Levels of nested syntax, to stop before the stack does. */
  depth: number
  /** Operators may make objects that can be changed in place, not primitives only. */
  operatorsMake?: true
}

type Bare<N> = N extends Node ? Omit<N, 'span' | 'owner'> : never

/** Adds a node at a piece of syntax, owned by the function being lowered. */
export function add(m: Flow, syntax: Syntax, node: Bare<Node>): NodeId {
  // Completed in place: a copy a node would be a third of the cost of lowering.
  const whole = node as Node
  whole.span = m.spanOf(syntax)
  whole.owner = m.fn.owner
  return m.builder.add(whole)
}

export function spanOf(m: Flow, syntax: Syntax): Span {
  return m.spanOf(syntax)
}

export function literal(m: Flow, syntax: Syntax, value: NodeOf<'literal'>['value'], numeric?: NodeOf<'literal'>['numeric']): NodeId {
  return add(m, syntax, { type: 'literal', value, ...(numeric && { numeric }) })
}

export function unknown(m: Flow, syntax: Syntax, reason: string): NodeId {
  return add(m, syntax, { type: 'unknown', reason })
}

export function member(m: Flow, syntax: Syntax, object: NodeId, key: string | NodeId): NodeId {
  return add(m, syntax, { type: 'member', object, key })
}

export function operator(m: Flow, syntax: Syntax, name: string, operands: readonly NodeId[]): NodeId {
  return add(m, syntax, { type: 'operator', operator: name, operands })
}

export function nodeOf(m: Flow, id: NodeId): Node {
  return m.builder.nodes[id]!
}

/** What holds at the point where lowering stands, in the functions around it too. */
export function pathTo({ made, env }: FunctionContext): readonly Condition[] {
  return made.length === 0 ? env.path : [...made, ...env.path]
}

/** The value behind the names that it was given. */
export function unnamed(m: Flow, id: NodeId): Node {
  return nodeOf(m, behindNames(m, id))
}

export function behindNames(m: Flow, id: NodeId): NodeId {
  let step = id
  for (let node = nodeOf(m, step); node.type === 'alias'; node = nodeOf(m, step)) step = node.value
  return step
}

/** Lowers within a piece of syntax that opens a scope, if it does. */
export function within<T>(m: Flow, syntax: Syntax, run: () => T): T {
  const before = m.scope
  m.scope = m.scopes.byNode.get(syntax) ?? before
  const result = run()
  m.scope = before
  return result
}
