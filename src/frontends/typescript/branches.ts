import type { ts } from 'ts-morph'
import type { Condition, NodeId } from '../../graph/graph.js'
import { attempt, choose } from '../flow/branches.js'
import { caseTest, conditionsOf } from '../flow/conditions.js'
import type { State } from '../flow/environment.js'
import { unknown, within } from '../flow/flow.js'
import { branch, framed, join } from '../flow/joins.js'
import { lower } from './expressions.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { bindPattern } from './patterns.js'
import { lowerBlock, lowerStatement } from './statements.js'

export function lowerIf(m: Lowering, node: ts.IfStatement): void {
  const no = () => {
    if (node.elseStatement) lowerStatement(m, node.elseStatement)
  }
  choose(m, node, lower(m, node.expression), () => lowerStatement(m, node.thenStatement), no)
}

/** Labels that lead to the same statements, and those statements. */
interface Group {
  labels: (NodeId | null)[]
  statements: readonly ts.Statement[]
}

export function lowerSwitch(m: Lowering, node: ts.SwitchStatement): void {
  const subject = lower(m, node.expression)
  within(m, node.caseBlock, () => {
    const groups = groupsOf(m, node.caseBlock.clauses, subject)
    const labels = groups.flatMap((group) => group.labels)
    const none = labels.flatMap((label) => (label === null ? [] : conditionsOf(m, label, false)))
    let falling: State | undefined
    const frame = framed(m, 'switch', null, () => {
      for (const group of groups) falling = lowerGroup(m, node, group, falling, conditionsFor(m, group, labels))
    })
    const otherwise = labels.includes(null) ? [] : [branch(m, none, () => {})]
    join(m, node, [...frame.breaks, ...(falling ? [falling] : []), ...otherwise])
  })
}

function groupsOf(m: Lowering, clauses: readonly ts.CaseOrDefaultClause[], subject: NodeId): Group[] {
  const groups: Group[] = []
  let labels: Group['labels'] = []
  for (const clause of clauses) {
    labels.push(tsc.isCaseClause(clause) ? caseTest(m, clause, subject, lower(m, clause.expression)) : null)
    if (clause.statements.length === 0 && clause !== clauses[clauses.length - 1]) continue
    groups.push({ labels, statements: clause.statements })
    labels = []
  }
  return groups
}

/** One label tells its own condition; several, or `default`, only that no other label fits. */
function conditionsFor(m: Lowering, group: Group, all: Group['labels']): Condition[] {
  const [only] = group.labels
  if (group.labels.length === 1 && only) return conditionsOf(m, only, true)
  return all.flatMap((label) => (label === null || group.labels.includes(label) ? [] : conditionsOf(m, label, false)))
}

/** Lowers a group of clauses that is entered by its labels, and from above when that falls through. */
function lowerGroup(m: Lowering, syntax: ts.Node, group: Group, above: State | undefined, when: readonly Condition[]): State {
  const falls = above !== undefined && !above.dead
  return branch(m, falls ? [] : when, () => {
    if (falls) join(m, syntax, [branch(m, when, () => {}), above])
    lowerBlock(m, group.statements)
  })
}

export function lowerTry(m: Lowering, node: ts.TryStatement): void {
  const { tryBlock, catchClause, finallyBlock } = node
  attempt(m, node, {
    body: () => within(m, tryBlock, () => lowerBlock(m, tryBlock.statements)),
    handlers: catchClause ? [{ syntax: catchClause, run: () => lowerCatch(m, catchClause) }] : [],
    ...(finallyBlock && { last: () => lowerStatement(m, finallyBlock) }),
  })
}

function lowerCatch(m: Lowering, clause: ts.CatchClause): void {
  within(m, clause, () => {
    const { variableDeclaration: variable } = clause
    if (variable) bindPattern(m, variable.name, unknown(m, variable, 'it is a thrown value'))
    within(m, clause.block, () => lowerBlock(m, clause.block.statements))
  })
}
