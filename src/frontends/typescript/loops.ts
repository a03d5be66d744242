import type { ts } from 'ts-morph'
import type { NodeId } from '../../graph/graph.js'
import { add, operator, within } from '../flow/flow.js'
import { fillItems, type Round, round } from '../flow/rounds.js'
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
  const rounds = each(m, node, list)
  const item = name && tsc.isIdentifier(name) ? rounds.scope.names.get(name.text) : undefined
  fillItems(m, node, path, rounds, item, list)
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
