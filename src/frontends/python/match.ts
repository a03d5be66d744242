import type { NodeId } from '../../graph/graph.js'
import { choose } from '../flow/branches.js'
import { caseTest } from '../flow/conditions.js'
import { operator, unknown } from '../flow/flow.js'
import { storeName } from './assignments.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { lowerBlock } from './statements.js'
import { part, parts, type Syntax } from './syntax.js'
import { capturesOf } from './targets.js'

/** Cases in turn: the first that fits is taken. */
export function lowerMatch(m: Lowering, node: Syntax): void {
  const subjects = parts(node, 'subject')
  const subject = subjects.length === 1 ? lower(m, subjects[0]!) : unknown(m, node, 'it is several values at once')
  lowerCases(m, subject, parts(part(node, 'body')!, 'alternative'))
}

function lowerCases(m: Lowering, subject: NodeId, [first, ...rest]: readonly Syntax[]): void {
  if (!first) return
  const pattern = first.children.find(({ type }) => type === 'case_pattern')
  const guard = part(first, 'guard')?.children[0]
  const taken = () => {
    for (const name of pattern ? capturesOf(pattern) : [])
      storeName(m, name, isWhole(pattern!) ? subject : unknown(m, name, 'it is a part of what a `match` looks at'))
    const body = () => lowerBlock(m, part(first, 'consequence'))
    if (guard) choose(m, guard, lower(m, guard), body, () => {})
    else body()
  }
  const test = pattern && testOf(m, subject, pattern)
  if (test === undefined) taken()
  else choose(m, first, test, taken, () => lowerCases(m, subject, rest))
}

/** A name alone takes whatever comes. */
function isWhole({ children: [only, ...others] }: Syntax): boolean {
  return only?.type === 'dotted_name' && only.children.length === 1 && others.length === 0
}

/** The test of a pattern; undefined where all fits. */
function testOf(m: Lowering, subject: NodeId, pattern: Syntax): NodeId | undefined {
  const [only] = pattern.children
  if (!only || isWhole(pattern)) return undefined
  if (only.type === 'union_pattern') {
    const tests = only.children.flatMap((each) => constantTest(m, subject, each) ?? [])
    if (tests.length === only.children.length) return tests.reduce((left, right) => operator(m, pattern, '||', [left, right]))
  }
  return constantTest(m, subject, only) ?? operator(m, pattern, 'matches', [subject])
}

const constants = new Set(['string', 'concatenated_string', 'integer', 'float', 'true', 'false', 'none'])

function constantTest(m: Lowering, subject: NodeId, pattern: Syntax): NodeId | undefined {
  if (constants.has(pattern.type)) return caseTest(m, pattern, subject, lower(m, pattern))
  return undefined
}
