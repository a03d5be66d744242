import type { ts } from 'ts-morph'
import type { FunctionDefinition } from '../../graph/definitions.js'
import type { Element, Entry, NodeId } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { add, member, nodeOf, spanOf, unknown } from '../flow/flow.js'
import { reference } from './chains.js'
import { sayingBefore } from './declared.js'
import type { Lowering } from './lowering.js'
import { tsc } from './parse.js'
import { lookUpType, type TypeDeclaration } from './scopes.js'
import { staticKey } from './syntax.js'

/** Types within types that are followed. */
const deepest = 12

/** What stands for the value of its first argument: it has the same members, or comes to be it. */
const transparent = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Omit', 'Pick'])
const collections = new Set([
  ...['Array', 'ReadonlyArray', 'Set', 'ReadonlySet', 'Iterable', 'Iterator', 'IterableIterator', 'AsyncIterable', 'AsyncIterableIterator'],
  ...['Generator', 'AsyncGenerator'],
])
const maps = new Set(['Map', 'ReadonlyMap', 'WeakMap'])

/**
 * A value of which nothing is known but that it has the type: the members that its classes and signatures tell. Undefined
 * where no member is told. What a constant or a primitive would be is not taken from a type.
 */
export function valueOfType(m: Lowering, type: ts.TypeNode | undefined, depth = 0): NodeId | undefined {
  if (!type || depth > deepest) return undefined
  const inner = (each: ts.TypeNode | undefined) => valueOfType(m, each, depth + 1)
  if (tsc.isTypeReferenceNode(type)) return referred(m, type, depth)
  if (tsc.isParenthesizedTypeNode(type) || tsc.isTypeOperatorNode(type) || tsc.isOptionalTypeNode(type) || tsc.isNamedTupleMember(type)) {
    return inner(type.type)
  }
  if (tsc.isJSDocNullableType(type) || tsc.isJSDocNonNullableType(type) || tsc.isJSDocOptionalType(type)) return inner(type.type)
  if (tsc.isUnionTypeNode(type)) return oneOf(m, type, depth)
  if (tsc.isIntersectionTypeNode(type)) return type.types.map(inner).find((each) => each !== undefined)
  if (tsc.isArrayTypeNode(type)) return collection(m, type, inner(type.elementType))
  if (tsc.isTupleTypeNode(type)) return tuple(m, type, type.elements.map(inner))
  if (tsc.isJSDocTypeLiteral(type)) return documented(m, type, depth)
  if (tsc.isTypeLiteralNode(type)) return membersOf(m, type, type.members, depth)
  if (tsc.isFunctionTypeNode(type)) return signature(m, type, null, inner(type.type))
  if (tsc.isTypeQueryNode(type)) return namespaceOf(m, type)
  return tsc.isImportTypeNode(type) ? importedType(m, type) : undefined
}

/** The value of each interface and type that the file exports, for the files that import it. */
export function exportedTypes(m: Lowering, statements: readonly ts.Statement[]): Map<string, NodeId> {
  const found = new Map<string, NodeId>()
  const note = (name: string, declaration: TypeDeclaration | undefined) => {
    const value = declaration && declared(m, declaration, 0)
    if (value !== undefined) found.set(name, value)
  }
  for (const each of statements) {
    const exported = (each as { modifiers?: readonly ts.ModifierLike[] }).modifiers?.some(
      ({ kind }) => kind === tsc.SyntaxKind.ExportKeyword,
    )
    const isType = tsc.isInterfaceDeclaration(each) || tsc.isTypeAliasDeclaration(each)
    if (isType && exported) note(isDefault(each) ? 'default' : each.name.text, each)
    if (tsc.isExportDeclaration(each) && !each.moduleSpecifier && each.exportClause && tsc.isNamedExports(each.exportClause)) {
      for (const { name, propertyName } of each.exportClause.elements)
        note(name.text, lookUpType(m.scopes, m.scope, (propertyName ?? name).text))
    }
  }
  return found
}

function isDefault({ modifiers }: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): boolean {
  return modifiers?.some(({ kind }) => kind === tsc.SyntaxKind.DefaultKeyword) ?? false
}

function referred(m: Lowering, type: ts.TypeReferenceNode, depth: number): NodeId | undefined {
  const { typeName, typeArguments } = type
  let root = typeName
  while (tsc.isQualifiedName(root)) root = root.left
  const binding = lookUp(m.scope, root.text)
  const isClass = binding && ['class', 'import', 'namespace'].includes(binding.kind)
  if (isClass) return add(m, type, { type: 'instance', of: entityName(m, typeName) })
  // `tf.Tensor`, where `tf` comes from a script tag.
  if (tsc.isQualifiedName(typeName)) return binding ? undefined : add(m, type, { type: 'instance', of: entityName(m, typeName) })
  const declaration = lookUpType(m.scopes, m.scope, root.text)
  if (declaration) return declared(m, declaration, depth)
  const first = typeArguments?.[0]
  if (binding || !first) return undefined
  if (root.text === 'InstanceType') return instanceOf(m, first)
  if (transparent.has(root.text)) return valueOfType(m, first, depth + 1)
  if (collections.has(root.text)) return collection(m, type, valueOfType(m, first, depth + 1))
  return maps.has(root.text) ? mapOf(m, type, valueOfType(m, typeArguments[1], depth + 1)) : undefined
}

function declared(m: Lowering, declaration: TypeDeclaration, depth: number): NodeId | undefined {
  if (tsc.isTypeParameterDeclaration(declaration)) return valueOfType(m, declaration.constraint, depth + 1)
  if (tsc.isTypeAliasDeclaration(declaration)) return valueOfType(m, declaration.type, depth + 1)
  if (tsc.isJSDocTypedefTag(declaration)) {
    const { typeExpression: type } = declaration
    return valueOfType(m, type && tsc.isJSDocTypeExpression(type) ? type.type : type, depth + 1)
  }
  const known = m.interfaces.get(declaration)
  if (known !== undefined) return known
  const id = unknown(m, declaration, 'only its type is known')
  m.interfaces.set(declaration, id)
  const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) => types)
  const definition = {
    name: declaration.name.text,
    extends: bases.flatMap((each) => typeOfHeritage(m, each) ?? []),
    members: membersOf(m, declaration, declaration.members, depth) ?? null,
  }
  m.builder.set(id, { type: 'interface', definition, span: spanOf(m, declaration), owner: null })
  return id
}

/** What a class says that it implements, or an interface that it extends. */
export function typeOfHeritage(m: Lowering, { expression }: ts.ExpressionWithTypeArguments): NodeId | undefined {
  if (!tsc.isIdentifier(expression)) return undefined
  const declaration = lookUpType(m.scopes, m.scope, expression.text)
  if (declaration) return declared(m, declaration, 0)
  return lookUp(m.scope, expression.text) ? add(m, expression, { type: 'instance', of: reference(m, expression).node }) : undefined
}

function membersOf(m: Lowering, syntax: ts.Node, members: readonly ts.TypeElement[], depth: number): NodeId | undefined {
  const entries: Entry[] = []
  for (const each of members) {
    const key = each.name && staticKey(each.name)
    if (key === undefined) continue
    const span = spanOf(m, each)
    const { type } = each as { type?: ts.TypeNode }
    const told = valueOfType(m, type, depth + 1)
    const says = sayingBefore(m, each, told)
    if (says !== undefined) m.declarations.push({ says, of: null })
    const value = says ?? told
    const node = value !== undefined && tsc.isMethodSignature(each) ? signature(m, each, key, value) : value
    if (node !== undefined) entries.push({ key, node, span })
  }
  return entries.length > 0 ? open(m, syntax, entries) : undefined
}

/** An object whose members `@property` tells, or `@param` with a dot in the name. */
function documented(m: Lowering, type: ts.JSDocTypeLiteral, depth: number): NodeId | undefined {
  const entries = (type.jsDocPropertyTags ?? []).flatMap((tag): Entry[] => {
    const name = tsc.isIdentifier(tag.name) ? tag.name : (tag.name as ts.QualifiedName).right
    const node = valueOfType(m, (tag.typeExpression as ts.JSDocTypeExpression | undefined)?.type, depth + 1)
    return node === undefined ? [] : [{ key: name.text, node, span: spanOf(m, tag) }]
  })
  return entries.length > 0 ? open(m, type, entries) : undefined
}

/** An object that may have further members. */
function open(m: Lowering, syntax: ts.Node, entries: readonly Entry[]): NodeId {
  const rest = { key: null, node: unknown(m, syntax, 'only its type is known'), span: spanOf(m, syntax) }
  return add(m, syntax, { type: 'record', entries: [rest, ...entries] })
}

/** A function of which only the type is known. */
function signature(m: Lowering, syntax: ts.Node, name: string | null, returns: NodeId | undefined): NodeId | undefined {
  if (returns === undefined) return undefined
  const definition: FunctionDefinition = {
    ...{ name, qualified: null, params: [], result: returns, thisAtEnd: null, paramsAtEnd: new Map(), method: null, enclosing: null },
    ...{ arrow: false, generator: false, async: false, inline: false },
  }
  return add(m, syntax, { type: 'function', definition })
}

function oneOf(m: Lowering, { types }: ts.UnionTypeNode, depth: number): NodeId | undefined {
  const kind = tsc.SyntaxKind
  const nothing = [kind.UndefinedKeyword, kind.VoidKeyword, kind.NullKeyword]
  const real = types.filter((each) => !nothing.includes(tsc.isLiteralTypeNode(each) ? each.literal.kind : each.kind))
  const values = real.map((each) => valueOfType(m, each, depth + 1))
  if (values.length < 2) return values[0]
  const options = values.map((node, index) => ({ node: node ?? unknown(m, real[index]!, 'only its type is known'), when: [] }))
  return values.some((each) => each !== undefined) ? add(m, real[0]!, { type: 'merge', reason: 'branch', options }) : undefined
}

function collection(m: Lowering, syntax: ts.Node, every: NodeId | undefined): NodeId | undefined {
  return every === undefined ? undefined : add(m, syntax, { type: 'list', items: [], every })
}

function tuple(m: Lowering, syntax: ts.TupleTypeNode, values: readonly (NodeId | undefined)[]): NodeId | undefined {
  if (values.every((each) => each === undefined)) return undefined
  const items = values.map((node, index): Element => {
    const at = syntax.elements[index]!
    return { node: node ?? unknown(m, at, 'only its type is known'), span: spanOf(m, at) }
  })
  return add(m, syntax, { type: 'list', items })
}

function mapOf(m: Lowering, syntax: ts.Node, value: NodeId | undefined): NodeId | undefined {
  if (value === undefined) return undefined
  const values = collection(m, syntax, value)
  const parts = { get: signature(m, syntax, 'get', value), values: signature(m, syntax, 'values', values) }
  return open(
    m,
    syntax,
    Object.entries(parts).flatMap(([key, node]) => (node === undefined ? [] : [{ key, node, span: spanOf(m, syntax) }])),
  )
}

function instanceOf(m: Lowering, type: ts.TypeNode): NodeId | undefined {
  if (!tsc.isTypeQueryNode(type)) return undefined
  return add(m, type, { type: 'instance', of: entityName(m, type.exprName) })
}

/** `typeof tf`, for a whole module only: many values may have the type of one value. */
function namespaceOf(m: Lowering, { exprName }: ts.TypeQueryNode): NodeId | undefined {
  if (!tsc.isIdentifier(exprName)) return undefined
  const node = lookUp(m.scope, exprName.text)?.node
  const value = node === undefined ? undefined : nodeOf(m, node)
  return value?.type === 'import' && value.name === '*' ? node : undefined
}

function importedType(m: Lowering, { argument, qualifier, isTypeOf }: ts.ImportTypeNode): NodeId | undefined {
  if (!tsc.isLiteralTypeNode(argument) || !tsc.isStringLiteral(argument.literal)) return undefined
  const { text: specifier } = argument.literal
  const names = namesOf(qualifier)
  const [name = '*', ...rest] = names
  m.imports.add(specifier)
  let node = add(m, argument, { type: 'import', specifier, name, from: m.file })
  if (isTypeOf) return names.length === 0 ? node : undefined
  for (const key of rest) node = member(m, argument, node, key)
  return add(m, argument, { type: 'instance', of: node })
}

function namesOf(name: ts.EntityName | undefined): string[] {
  if (!name) return []
  return tsc.isIdentifier(name) ? [name.text] : [...namesOf(name.left), name.right.text]
}

export function entityName(m: Lowering, name: ts.EntityName): NodeId {
  return tsc.isIdentifier(name) ? reference(m, name).node : member(m, name, entityName(m, name.left), name.right.text)
}
