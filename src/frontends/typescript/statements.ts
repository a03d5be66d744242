import type { ts } from 'ts-morph'
import { lookUp } from '../flow/bindings.js'
import type { State } from '../flow/environment.js'
import { deepest, literal, operator, unknown, within } from '../flow/flow.js'
import { defer, returnValue } from '../flow/functions.js'
import { branch, framed, join, jumpTo } from '../flow/joins.js'
import { define, initialise } from '../flow/variables.js'
import { valueOfType } from './annotations.js'
import { lowerIf, lowerSwitch, lowerTry } from './branches.js'
import { lowerClass } from './classes.js'
import { handOn, sayingBefore } from './declared.js'
import { dispatcher } from './dispatch.js'
import { lower, lowerNamed } from './expressions.js'
import { fillFunction } from './functions.js'
import { handDown, typeComment } from './jsdoc.js'
import { lowerDo, lowerFor, lowerForIn, lowerForOf, lowerWhile } from './loops.js'
import type { Lowering } from './lowering.js'
import { lowerExportAssignment, lowerExportDeclaration, noteExport } from './modules.js'
import { lowerEnum, lowerNamespace } from './namespaces.js'
import { tsc } from './parse.js'
import { bindPattern } from './patterns.js'
import { has, isTypeOnly } from './syntax.js'

/** Lowers statements in order; the functions that they declare exist from the start. */
export function lowerBlock(m: Lowering, statements: readonly ts.Statement[]): void {
  for (const each of statements) if (tsc.isFunctionDeclaration(each) && each.body && !isTypeOnly(each)) hoist(m, each)
  for (const each of statements) lowerStatement(m, each)
}

export function lowerStatement(m: Lowering, statement: ts.Statement): void {
  if (m.depth > deepest || isTypeOnly(statement)) return
  m.depth++
  handle(m, statement)
  m.depth--
}

/** Gives a declared function its node now and its body when all constants around it have their values. */
function hoist(m: Lowering, declaration: ts.FunctionDeclaration): void {
  const id = unknown(m, declaration, 'function being made')
  const name = declaration.name?.text ?? null
  const binding = name === null ? undefined : m.scope.names.get(name)
  if (binding) define(m, binding, id)
  noteExport(m, declaration, id, name === null ? [] : [name])
  const place = { name: name ?? 'default', prefix: m.fn.qualified, method: null, hoisted: true, inline: false }
  defer(m, () => fillFunction(m, declaration, id, place))
}

const handle = dispatcher<Lowering, void>({
  VariableStatement(m: Lowering, node: ts.VariableStatement) {
    for (const each of node.declarationList.declarations) handDown(node, each, each.initializer)
    handOnTo(m, node)
    if (m.props && has(node, tsc.SyntaxKind.ExportKeyword) && !isConst(node.declarationList)) lowerProps(m, node.declarationList)
    else lowerVariables(m, node.declarationList)
    for (const { name } of node.declarationList.declarations) noteExport(m, node, null, name)
  },
  ExpressionStatement(m: Lowering, node: ts.ExpressionStatement) {
    if (tsc.isBinaryExpression(node.expression)) {
      handDown(node, node.expression.right)
      if (node.expression.operatorToken.kind === tsc.SyntaxKind.EqualsToken) handOn(m, sayingBefore(m, node), node.expression.right)
    }
    lower(m, node.expression)
  },
  Block: (m: Lowering, node: ts.Block) => within(m, node, () => lowerBlock(m, node.statements)),
  IfStatement: lowerIf,
  SwitchStatement: lowerSwitch,
  TryStatement: lowerTry,
  ForStatement: lowerFor,
  ForOfStatement: lowerForOf,
  ForInStatement: lowerForIn,
  WhileStatement: lowerWhile,
  DoStatement: lowerDo,
  ReturnStatement: (m: Lowering, { expression }: ts.ReturnStatement) => returnValue(m, expression && lower(m, expression)),
  ThrowStatement(m: Lowering, node: ts.ThrowStatement) {
    lower(m, node.expression)
    jumpTo(m, 'throws', null)
  },
  BreakStatement: (m: Lowering, node: ts.BreakStatement) => jumpTo(m, 'breaks', node.label?.text ?? null),
  ContinueStatement: (m: Lowering, node: ts.ContinueStatement) => jumpTo(m, 'continues', node.label?.text ?? null),
  LabeledStatement: lowerLabeled,
  WithStatement(m: Lowering, node: ts.WithStatement) {
    lower(m, node.expression)
    lowerStatement(m, node.statement)
  },
  ClassDeclaration: declareClass,
  EnumDeclaration: lowerEnum,
  ModuleDeclaration: lowerNamespace,
  ExportAssignment: lowerExportAssignment,
  ExportDeclaration: lowerExportDeclaration,
})

/** What is said of variables is said of the values that they begin with, or of all of them where there is none. */
function handOnTo(m: Lowering, statement: ts.VariableStatement): void {
  for (const declaration of statement.declarationList.declarations) {
    const says = sayingBefore(m, declaration) ?? (tsc.isIdentifier(declaration.name) ? sayingBefore(m, statement) : undefined)
    if (says !== undefined) handOn(m, says, declaration.initializer ?? (declaration.name as ts.Identifier))
  }
}

const isConst = (list: ts.VariableDeclarationList) => (list.flags & tsc.NodeFlags.Const) !== 0

/** Variables to which the user of a component gives their values; what stands behind them is for when none is given. */
function lowerProps(m: Lowering, list: ts.VariableDeclarationList): void {
  for (const { name, initializer } of list.declarations) {
    const given = unknown(m, name, 'it is what the component is given')
    bindPattern(m, name, initializer ? operator(m, name, '??', [given, lower(m, initializer)]) : given)
  }
}

export function lowerVariables(m: Lowering, list: ts.VariableDeclarationList): void {
  const isVar = (list.flags & tsc.NodeFlags.BlockScoped) === 0
  for (const declaration of list.declarations) {
    const { name, initializer, type } = declaration
    const declared = tsc.isIdentifier(name) ? lookUp(m.scope, name.text) : undefined
    const said = initializer ? undefined : m.said.get(name)
    if (said !== undefined) m.declarations.push({ says: said, of: null })
    if (declared) declared.annotation = said ?? valueOfType(m, type ?? castOf(initializer) ?? typeComment(declaration))
    if (initializer) {
      const value = tsc.isIdentifier(name) ? lowerNamed(m, initializer, name.text) : lower(m, initializer)
      bindPattern(m, name, value)
    } else if (!isVar && tsc.isIdentifier(name)) {
      // Each round of a loop has a fresh one.
      const binding = lookUp(m.scope, name.text)
      if (binding) initialise(m, name, binding, literal(m, name, undefined))
    }
  }
}

/** `value as Net`: what the variable is taken for. */
function castOf(initializer: ts.Expression | undefined): ts.TypeNode | undefined {
  return initializer && tsc.isAsExpression(initializer) ? initializer.type : undefined
}

function lowerLabeled(m: Lowering, { label, statement }: ts.LabeledStatement): void {
  const states: State[] = []
  const frame = framed(m, 'label', label.text, () => {
    states.push(branch(m, [], () => lowerStatement(m, statement)))
  })
  join(m, statement, [...states, ...frame.breaks])
}

function declareClass(m: Lowering, node: ts.ClassDeclaration): void {
  const name = node.name?.text ?? null
  const id = lowerClass(m, node, name)
  noteExport(m, node, id, name === null ? [] : [name])
}
