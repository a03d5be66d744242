import type { NodeId } from '../../graph/graph.js'
import { choose, inTurn, logical } from '../flow/branches.js'
import { caseTest } from '../flow/conditions.js'
import { add, literal, operator, spanOf, unknown } from '../flow/flow.js'
import { storeName } from './assignments.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { lowerBlock } from './statements.js'
import { part, parts, type Syntax } from './syntax.js'
import { capturesOf } from './targets.js'

/** Cases in turn: the first that fits is taken. */
export function lowerMatch(m: Lowering, node: Syntax): void {
  const items = parts(node, 'subject').map((each) => ({ node: lower(m, each), span: spanOf(m, each) }))
  const subject = items.length === 1 ? items[0]!.node : add(m, node, { type: 'list', items })
  inTurn(m, parts(part(node, 'body')!, 'alternative'), (first, next) => lowerCase(m, subject, first, next))
}

function lowerCase(m: Lowering, subject: NodeId, first: Syntax, next: () => void): void {
  const patterns = first.children.filter(({ type }) => type === 'case_pattern')
  const guard = part(first, 'guard')?.children[0]
  const test = testOf(m, first, subject, patterns)
  const capture = () => captureAll(m, subject, patterns)
  const guarded = () => {
    capture()
    return lower(m, guard!)
  }
  const body = () => {
    capture()
    lowerBlock(m, part(first, 'consequence'))
  }
  if (guard) choose(m, first, test === undefined ? guarded() : logical(m, first, '&&', test, guarded, guard), body, next)
  else if (test === undefined) body()
  else choose(m, first, test, body, next)
}

function captureAll(m: Lowering, subject: NodeId, patterns: readonly Syntax[]): void {
  const whole = patterns.length === 1 ? nameOfAll(patterns[0]!) : undefined
  for (const name of patterns.flatMap(capturesOf))
    storeName(m, name, name === whole ? subject : unknown(m, name, 'it is a part of what a `match` looks at'))
}

/** The name of what fits as a whole: `case x`, `case … as x`. */
function nameOfAll(pattern: Syntax): Syntax | undefined {
  const [only] = pattern.children
  if (only?.type === 'as_pattern') return only.children.find(({ type }) => type === 'identifier')
  return only?.type === 'dotted_name' && only.children.length === 1 ? only.children[0] : undefined
}

/** The test of a case; undefined where all fits. */
function testOf(m: Lowering, clause: Syntax, subject: NodeId, patterns: readonly Syntax[]): NodeId | undefined {
  const [pattern] = patterns
  if (!pattern || patterns.length > 1) return matches(m, clause, subject, patterns)
  const [only] = pattern.children
  if (only?.type === 'as_pattern') return testOf(m, clause, subject, only.children.slice(0, 1))
  if (!only || nameOfAll(pattern)) return undefined
  const tests = only.type === 'union_pattern' ? only.children.map((each) => constantTest(m, subject, [each])) : []
  if (tests.length > 0 && tests.every((each) => each !== undefined))
    return tests.reduce((left, right) => operator(m, pattern, '||', [left, right]))
  return constantTest(m, subject, pattern.children) ?? matches(m, pattern, subject, patterns)
}

/** Whether a pattern fits that is followed no further: the same question wherever it is put in the same words. */
function matches(m: Lowering, syntax: Syntax, subject: NodeId, patterns: readonly Syntax[]): NodeId {
  return operator(m, syntax, 'matches', [subject, literal(m, syntax, patterns.map(words).join())])
}

function words({ type, text, children }: Syntax): string {
  return children.length > 0 ? `${type}(${children.map(words).join()})` : `${type} ${text}`
}

const constants = new Set(['string', 'concatenated_string', 'integer', 'float', 'true', 'false', 'none'])

function constantTest(m: Lowering, subject: NodeId, pattern: readonly Syntax[]): NodeId | undefined {
  const value = pattern.at(-1)!
  if (!constants.has(value.type)) return undefined
  const label = lower(m, value)
  const { [label]: made } = m.builder.nodes
  const isNegative = pattern.length > 1 && made?.type === 'literal' && typeof made.value === 'number'
  return caseTest(m, value, subject, isNegative ? literal(m, value, -(made.value as number)) : label)
}
