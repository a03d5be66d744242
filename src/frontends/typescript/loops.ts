import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import type { Binding, Scope } from '../flow/bindings.js'
import type { State } from '../flow/environment.js'
import { add, type Frame, literal, operator, spanOf, unknown, within } from '../flow/flow.js'
import { branch, framed, join } from '../flow/joins.js'
import { store } from '../flow/paths.js'
import { current } from '../flow/variables.js'
import { reference } from './chains.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { assignPattern, bindPattern } from './patterns.js'
import { lowerStatement, lowerVariables } from './statements.js'

export function lowerFor(m: Lowering, node: ts.ForStatement): void {
  within(m, node, () => {
    const { initializer } = node
    if (initializer && tsc.isVariableDeclarationList(initializer)) lowerVariables(m, initializer)
    else if (initializer) lower(m, initializer)
    const { condition } = node
    const endless = condition === undefined
    round(m, node, {
      test: condition && (() => lower(m, condition)),
      body: () => lowerStatement(m, node.statement),
      update: () => void (node.incrementor && lower(m, node.incrementor)),
      endless,
    })
  })
}

export function lowerWhile(m: Lowering, node: ts.WhileStatement): void {
  const endless = node.expression.kind === tsc.SyntaxKind.TrueKeyword
  const test = () => lower(m, node.expression)
  within(m, node, () => round(m, node, { test, body: () => lowerStatement(m, node.statement), endless }))
}

export function lowerDo(m: Lowering, node: ts.DoStatement): void {
  const update = () => void lower(m, node.expression)
  within(m, node, () => round(m, node, { body: () => lowerStatement(m, node.statement), update, once: true }))
}

export function lowerForOf(m: Lowering, node: ts.ForOfStatement): void {
  const { node: list, path } = reference(m, node.expression)
  const { initializer } = node
  const name = tsc.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name : undefined
  const { loop, ended, scope, whole } = each(m, node, list)
  const item = name && tsc.isIdentifier(name) ? scope.names.get(name.text) : undefined
  const after = item && ended.changes.get(item)
  if (!path || after === undefined || !isFilled(m, after)) return
  store(
    m,
    node,
    path,
    whole ? add(m, node, { type: 'items', list, of: loop, after }) : unknown(m, node, 'its items are set in a loop that may be left early'),
  )
}

/** True when a member of the very item may be given a value. */
function isFilled(m: Lowering, end: NodeId): boolean {
  const open = new Set([end])
  for (const id of open) {
    const node = m.builder.nodes[id]!
    if (node.type === 'assigned') return true
    if (node.type === 'changed') open.add(node.object)
    else if (node.type === 'merge') for (const option of node.options) open.add(option.node)
  }
  return false
}

export function lowerForIn(m: Lowering, node: ts.ForInStatement): void {
  each(m, node, operator(m, node.expression, 'keys', [lower(m, node.expression)]))
}

function each(m: Lowering, node: ts.ForOfStatement | ts.ForInStatement, of: NodeId): Round {
  return within(m, node, () => {
    const body = () => {
      const { initializer } = node
      const item = () => add(m, initializer, { type: 'item', of })
      if (tsc.isVariableDeclarationList(initializer)) {
        for (const { name } of initializer.declarations) bindPattern(m, name, item())
      } else assignPattern(m, initializer, item())
      lowerStatement(m, node.statement)
    }
    return round(m, node, { of, body })
  })
}

interface Parts {
  /** What is iterated over, a round an item. */
  of?: NodeId
  test?: () => NodeId
  body: () => void
  update?: () => void
  /** Only a jump leads out. */
  endless?: boolean
  /** The body runs before the first test. */
  once?: boolean
}

/** Lowers a loop: each variable that it may change is, at the start of a round, that of before or of the round before. */
interface Round {
  loop: NodeId
  ended: State
  /** Where the loop's own variables are. */
  scope: Scope
  /** It runs to its end. */
  whole: boolean
}

function round(m: Lowering, node: ts.IterationStatement, parts: Parts): Round {
  const { fn } = m
  const { loopStart, owner } = fn
  fn.loopStart ??= m.builder.nodes.length
  const loop = add(m, node, { type: 'loop', of: parts.of ?? null, test: null })
  fn.owner = loop
  const heads = openHeads(m, node)
  const test = parts.test?.() ?? null
  let rounded: State
  const frame = framed(m, 'loop', null, () => {
    rounded = branch(m, [], parts.body)
  })
  const ended = branch(m, [], () => {
    join(m, node, [rounded, ...frame.continues])
    parts.update?.()
  })
  closeHeads(m, node, heads, ended)
  fn.loopStart = loopStart
  fn.owner = owner
  m.builder.set(loop, { type: 'loop', of: parts.of ?? null, test, span: spanOf(m, node), owner })
  const whole = !parts.once && !parts.endless && frame.breaks.length === 0 && !ended.dead
  if (whole) throughRounds(m, node, loop, heads, ended)
  leaveLoop(m, node, frame, ended, parts)
  return { loop, ended, scope: m.scope, whole }
}

/** After a loop that only its own test, or the end of what it iterates over, ends. */
function throughRounds(m: Lowering, node: ts.Node, of: NodeId, heads: readonly Head[], ended: State): void {
  for (const { binding, merge, before } of heads) {
    const after = ended.changes.get(binding)
    if (after !== undefined && after !== merge) m.fn.env.set(binding, add(m, node, { type: 'rounds', of, before, after, otherwise: merge }))
  }
}

interface Head {
  binding: Binding
  merge: NodeId
  before: NodeId
}

function openHeads(m: Lowering, node: ts.Node): Head[] {
  const heads: Head[] = []
  const { yielded } = m.fn
  for (const binding of [...(m.scopes.loops.get(node) ?? []), ...(yielded ? [yielded] : [])]) {
    const before = current(m, m.fn, binding) ?? (binding.kind === 'var' ? literal(m, node, undefined) : undefined)
    if (before === undefined) continue
    const merge = add(m, node, { type: 'merge', reason: 'loop', options: [{ node: before, when: [] }] })
    heads.push({ binding, merge, before })
    m.fn.env.set(binding, merge)
  }
  return heads
}

function closeHeads(m: Lowering, node: ts.Node, heads: readonly Head[], ended: State): void {
  for (const { binding, merge, before } of heads) {
    const after = ended.dead ? undefined : ended.changes.get(binding)
    const options = [{ node: before, when: [] }]
    if (after !== undefined && after !== merge) options.push({ node: after, when: [] })
    m.builder.set(merge, { type: 'merge', reason: 'loop', options, span: spanOf(m, node), owner: m.builder.nodes[merge]!.owner })
  }
}

function leaveLoop(m: Lowering, node: ts.Node, frame: Frame, ended: State, { endless, once }: Parts): void {
  const tested: State = { changes: once ? ended.changes : new Map(), dead: (endless ?? false) || (once === true && ended.dead), when: [] }
  if (m.fn.env.dead) return
  join(m, node, [tested, ...frame.breaks.map(forget)])
  // Variables of the body itself stay known to the functions made in it.
  for (const [binding, value] of ended.changes) if (m.fn.env.get(binding) === undefined) m.fn.env.set(binding, value)
}

/** What held in one round says nothing about the next. */
function forget(state: State): State {
  return { ...state, when: [] }
}
