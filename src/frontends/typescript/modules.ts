import type { ts } from 'ts-morph'
import type { Element, NodeId } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { add, nodeOf, unknown } from '../flow/flow.js'
import { seenFromOutside } from '../flow/module.js'
import { define } from '../flow/variables.js'
import { entityName } from './annotations.js'
import { lowerNamed } from './expressions.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { bare, has, isMember, literalKey, namesIn } from './syntax.js'

/** Gives imported names their nodes: they have them before anything runs. */
export function lowerImports(m: Lowering, statements: readonly ts.Statement[]): void {
  for (const each of statements) {
    if (tsc.isImportDeclaration(each)) lowerImport(m, each)
    else if (tsc.isImportEqualsDeclaration(each)) lowerImportEquals(m, each)
  }
}

function lowerImport(m: Lowering, { moduleSpecifier, importClause }: ts.ImportDeclaration): void {
  // With a syntax error in it, any expression may stand there.
  const specifier = tsc.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined
  if (specifier !== undefined) m.imports.add(specifier)
  if (!importClause) return
  if (importClause.name) bindImport(m, importClause.name, specifier, 'default')
  const { namedBindings } = importClause
  if (!namedBindings) return
  if (tsc.isNamespaceImport(namedBindings)) bindImport(m, namedBindings.name, specifier, '*')
  else for (const { name, propertyName } of namedBindings.elements) bindImport(m, name, specifier, (propertyName ?? name).text)
}

function lowerImportEquals(m: Lowering, { name, moduleReference }: ts.ImportEqualsDeclaration): void {
  if (tsc.isExternalModuleReference(moduleReference)) {
    const { expression } = moduleReference
    if (!tsc.isStringLiteralLike(expression)) return
    m.imports.add(expression.text)
    bindImport(m, name, expression.text, '*')
  } else bindTo(m, name, entityName(m, moduleReference))
}

function bindImport(m: Lowering, name: ts.Identifier, specifier: string | undefined, exported: string): void {
  bindTo(m, name, specifier === undefined ? unknown(m, name, 'the import does not parse') : importOf(m, name, specifier, exported))
}

function bindTo(m: Lowering, name: ts.Identifier, value: NodeId): void {
  const binding = m.scope.names.get(name.text)
  if (binding) define(m, binding, value)
}

function importOf(m: Lowering, syntax: ts.Node, specifier: string, name: string): NodeId {
  return add(m, syntax, { type: 'import', specifier, name, from: m.file })
}

/** Notes what a declaration with `export` before it exports. */
export function noteExport(m: Lowering, declaration: ts.Node, value: NodeId | null, names: readonly string[] | ts.BindingName): void {
  if (!has(declaration, tsc.SyntaxKind.ExportKeyword)) return
  if (has(declaration, tsc.SyntaxKind.DefaultKeyword)) {
    if (value !== null) m.exports.set('default', value)
    return
  }
  const list = 'kind' in names ? namesIn(names).map((each) => each.text) : names
  for (const name of list) {
    const binding = lookUp(m.scope, name)
    if (binding) m.exporting.set(name, binding)
  }
}

/** `export default …` and TypeScript's `export = …`. */
export function lowerExportAssignment(m: Lowering, node: ts.ExportAssignment): void {
  const name = node.isExportEquals ? '*' : 'default'
  const binding = tsc.isIdentifier(node.expression) ? lookUp(m.scope, node.expression.text) : undefined
  // A variable counts as it is when all has run, changes by functions included.
  if (binding) m.exporting.set(name, binding)
  else m.exports.set(name, lowerNamed(m, node.expression, name === '*' ? null : name))
}

export function lowerExportDeclaration(m: Lowering, { moduleSpecifier, exportClause }: ts.ExportDeclaration): void {
  const specifier = moduleSpecifier && tsc.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined
  if (specifier !== undefined) m.imports.add(specifier)
  if (!exportClause) {
    if (specifier !== undefined) m.stars.push(specifier)
  } else if (tsc.isNamespaceExport(exportClause)) {
    if (specifier !== undefined) m.exports.set(exportClause.name.text, importOf(m, exportClause, specifier, '*'))
  } else for (const each of exportClause.elements) exportOne(m, each, specifier)
}

function exportOne(m: Lowering, element: ts.ExportSpecifier, specifier: string | undefined): void {
  const from = (element.propertyName ?? element.name).text
  const binding = lookUp(m.scope, from)
  if (specifier !== undefined) m.exports.set(element.name.text, importOf(m, element, specifier, from))
  else if (binding) m.exporting.set(element.name.text, binding)
}

/** The name that an assignment to `module.exports`, `module.exports.k` or `exports.k` exports. */
export function exportTarget(m: Lowering, target: ts.Expression): string | undefined {
  if (!isMember(target)) return undefined
  const key = tsc.isPropertyAccessExpression(target) ? target.name.text : literalKey(target.argumentExpression)
  const object = bare(target.expression)
  if (isGlobal(m, object, 'module') && key === 'exports') return '*'
  return isGlobal(m, object, 'exports') || exportTargetOf(m, object) ? key : undefined
}

/** `Object.assign(module.exports, …)` exports what it assigns, and what was exported before. */
export function noteAssigned(m: Lowering, call: ts.Node, callee: NodeId, args: readonly Element[]): void {
  const fn = nodeOf(m, callee)
  const target = args[0] && nodeOf(m, args[0].node)
  if (target?.type !== 'import' || target.specifier !== '' || fn.type !== 'member' || fn.key !== 'assign') return
  const before = m.exports.get('*') ?? add(m, call, { type: 'record', entries: [] })
  m.exports.set('*', add(m, call, { type: 'call', callee, args: [{ ...args[0]!, node: before }, ...args.slice(1)], construct: false }))
}

function exportTargetOf(m: Lowering, object: ts.Expression): boolean {
  return tsc.isPropertyAccessExpression(object) && object.name.text === 'exports' && isGlobal(m, bare(object.expression), 'module')
}

function isGlobal(m: Lowering, expression: ts.Expression, name: string): boolean {
  return tsc.isIdentifier(expression) && expression.text === name && !lookUp(m.scope, name)
}

/** Resolves exported variables, when everything has run. */
export function settleExports(m: Lowering): void {
  for (const [name, binding] of m.exporting) if (!m.exports.has(name)) m.exports.set(name, seenFromOutside(m, binding))
}

/** What other scripts see without an import. */
export function globalsOf(m: Lowering): Map<string, readonly NodeId[]> {
  const globals = new Map<string, readonly NodeId[]>()
  for (const scope of m.scopes.shared) for (const [name, binding] of scope.names) globals.set(name, [seenFromOutside(m, binding)])
  return globals
}
