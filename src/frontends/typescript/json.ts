import type { ts } from 'ts-morph'
import type { GraphBuilder } from '../../graph/builder.js'
import type { Module, NodeId, NodeOf } from '../../graph/graph.js'
import { emptyModule, type Frontend } from '../frontend.js'
import { loadCompiler } from './parse.js'

/** Longer files are data or weights, of which no constant of a program is. */
const longest = 200_000

/** Data that programs import: the module is its value. */
export const json: Frontend = {
  handles: (file) => /\.json$/i.test(file),
  lower: lowerJson,
  link: (specifier) => ({ to: 'nothing', reason: `${specifier} is imported by no program` }),
}

function lowerJson(file: string, text: string, builder: GraphBuilder): Module {
  const whole = { span: { file, start: 0, end: text.length }, owner: null }
  const nothing = (reason: string) => builder.add({ type: 'unknown', reason, ...whole })
  const value = text.length > longest ? nothing(`it comes from ${file}, which is too long to follow`) : dataIn(file, text, builder)
  return { ...emptyModule(file), exports: new Map([['*', value ?? nothing(`it comes from ${file}, which is no valid JSON`)]]) }
}

function dataIn(file: string, text: string, builder: GraphBuilder): NodeId | undefined {
  const tsc = loadCompiler()
  const source = tsc.parseJsonText(file, text)
  const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }
  const [statement] = source.statements
  if (parseDiagnostics.length > 0 || !statement) return undefined
  const span = (node: ts.Node) => ({ file, start: node.getStart(source), end: node.end })
  const literal = (node: ts.Node, value: NodeOf<'literal'>['value']) =>
    builder.add({ type: 'literal', value, span: span(node), owner: null })
  const lower = (node: ts.Expression): NodeId => {
    if (tsc.isStringLiteral(node)) return literal(node, node.text)
    if (tsc.isNumericLiteral(node)) return literal(node, Number(node.text))
    if (tsc.isPrefixUnaryExpression(node)) return literal(node, -Number(node.operand.getText(source)))
    if (node.kind === tsc.SyntaxKind.TrueKeyword || node.kind === tsc.SyntaxKind.FalseKeyword)
      return literal(node, node.kind === tsc.SyntaxKind.TrueKeyword)
    if (tsc.isArrayLiteralExpression(node)) {
      const items = node.elements.map((each) => ({ node: lower(each), span: span(each) }))
      return builder.add({ type: 'list', items, span: span(node), owner: null })
    }
    if (!tsc.isObjectLiteralExpression(node)) return literal(node, null)
    const entries = node.properties.flatMap((each) => {
      if (!tsc.isPropertyAssignment(each) || !tsc.isStringLiteral(each.name)) return []
      return [{ key: each.name.text, node: lower(each.initializer), span: span(each.initializer) }]
    })
    return builder.add({ type: 'record', entries, span: span(node), owner: null })
  }
  return lower(statement.expression)
}
