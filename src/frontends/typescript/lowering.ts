import type { ts } from 'ts-morph'
import type { GraphBuilder } from '../../graph/builder.js'
import type { Condition, Node, NodeId, NodeOf, Option, Span } from '../../graph/graph.js'
import type { Environment, State } from './environment.js'
import type { Binding, Effects, Scope, Scopes } from './scopes.js'

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
  syntax: ts.Node
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
  /** Its receiver; inline arrow functions use that of the function around them. */
  self: Binding
  /** The class or record whose method it is. */
  class: NodeId | null
  /** What `this` is when the function is entered. */
  receiver: NodeId | null
  returns: Option[]
  yields: Option[]
  /** What a generator has yielded so far, as a list; null for other functions. */
  yielded: Binding | null
  exits: State[]
  /** Gives a constructor's fields their values: to run when `super(…)` returns. */
  begin: (() => void) | null
  /** Bodies that run later: lowered when all constants around them have their values. */
  deferred: (() => void)[]
  frames: Frame[]
  /** First node of the outermost open loop: what was made since may differ from one round to the next. */
  loopStart: number | null
}

/** State of the lowering of one file. */
export interface Lowering {
  file: string
  source: ts.SourceFile
  builder: GraphBuilder
  scopes: Scopes
  effectsOf(fn: ts.Node): Effects
  scope: Scope
  fn: FunctionContext
  calls: NodeId[]
  exports: Map<string, NodeId>
  /** Interfaces that have been lowered. */
  interfaces: Map<ts.Node, NodeId>
  classes: NodeId[]
  /** Where `export` before a declaration leads: the module, or a namespace. */
  exporting: Map<string, Binding>
  stars: string[]
  imports: Set<string>
  /** Names that nothing here declares, and of which members are set. */
  touched: Set<string>
  /** Who uses the module may give what it exports another value. */
  props: boolean
  /** Levels of nested syntax, to stop before the stack does. */
  depth: number
}

type Bare<N> = N extends Node ? Omit<N, 'span' | 'owner'> : never

/** Adds a node at a piece of syntax, owned by the function being lowered. */
export function add(m: Lowering, syntax: ts.Node, node: Bare<Node>): NodeId {
  // Completed in place: a copy a node would be a third of the cost of lowering.
  const whole = node as Node
  whole.span = spanOf(m, syntax)
  whole.owner = m.fn.owner
  return m.builder.add(whole)
}

export function spanOf(m: Lowering, syntax: ts.Node): Span {
  return { file: m.file, start: syntax.getStart(m.source), end: syntax.end }
}

export function literal(m: Lowering, syntax: ts.Node, value: NodeOf<'literal'>['value']): NodeId {
  return add(m, syntax, { type: 'literal', value })
}

export function unknown(m: Lowering, syntax: ts.Node, reason: string): NodeId {
  return add(m, syntax, { type: 'unknown', reason })
}

export function member(m: Lowering, syntax: ts.Node, object: NodeId, key: string | NodeId): NodeId {
  return add(m, syntax, { type: 'member', object, key })
}

export function operator(m: Lowering, syntax: ts.Node, name: string, operands: readonly NodeId[]): NodeId {
  return add(m, syntax, { type: 'operator', operator: name, operands })
}

export function nodeOf(m: Lowering, id: NodeId): Node {
  return m.builder.nodes[id]!
}

/** What holds at the point where lowering stands, in the functions around it too. */
export function pathTo({ made, env }: FunctionContext): readonly Condition[] {
  return made.length === 0 ? env.path : [...made, ...env.path]
}

/** The value behind the names that it was given. */
export function unnamed(m: Lowering, id: NodeId): Node {
  let node = nodeOf(m, id)
  while (node.type === 'alias') node = nodeOf(m, node.value)
  return node
}

/** Lowers within a piece of syntax that opens a scope, if it does. */
export function within<T>(m: Lowering, syntax: ts.Node, run: () => T): T {
  const before = m.scope
  m.scope = m.scopes.byNode.get(syntax) ?? before
  const result = run()
  m.scope = before
  return result
}
