import type { ts } from 'ts-morph'
import type { ClassDefinition } from '../../graph/definitions.js'
import type { NodeId } from '../../graph/graph.js'
import { lookUp } from '../flow/bindings.js'
import { add, spanOf, unknown, within } from '../flow/flow.js'
import { defer, enterFunction, type FunctionPlace, finishFunction } from '../flow/functions.js'
import { store } from '../flow/paths.js'
import { define, read } from '../flow/variables.js'
import { typeOfHeritage, valueOfType } from './annotations.js'
import { handOn, sayingBefore } from './declared.js'
import { lower, lowerNamed } from './expressions.js'
import { fillFunction } from './functions.js'
import { typeComment } from './jsdoc.js'
import type { Lowering } from './lowering.js'
import { lowerKey } from './objects.js'
import { tsc } from './parse.js'
import { lowerBlock } from './statements.js'
import { bare, decoratorsOf, has, isFunctionValue, isTypeOnly, staticKey } from './syntax.js'

interface Making {
  id: NodeId
  syntax: ts.ClassLikeDeclaration
  qualified: string | null
  extends: NodeId | null
  implements: NodeId[]
  construct: NodeId | null
  methods: Map<string, NodeId>
  getters: Map<string, NodeId>
  setters: Map<string, NodeId>
  statics: Map<string, NodeId>
  staticGetters: Map<string, NodeId>
  fields: Map<string, NodeId>
  types: Map<string, NodeId>
}

/** Lowers a class where it stands; the bodies of its methods when the constants around it have their values. */
export function lowerClass(m: Lowering, syntax: ts.ClassLikeDeclaration, name: string | null): NodeId {
  const id = unknown(m, syntax, 'class being made')
  m.classes.push(id)
  const { qualified: prefix } = m.fn
  const qualified = name === null ? prefix : prefix ? `${prefix}.${name}` : name
  for (const decorator of decoratorsOf(syntax)) lower(m, decorator.expression)
  within(m, syntax, () => {
    const making: Making = {
      id,
      syntax,
      qualified,
      extends: baseOf(m, syntax),
      implements: implementedBy(m, syntax),
      construct: null,
      methods: new Map(),
      getters: new Map(),
      setters: new Map(),
      statics: new Map(),
      staticGetters: new Map(),
      fields: new Map(),
      types: new Map(),
    }
    declare(m, syntax, id)
    defer(m, () => noteTypes(m, making))
    lowerConstructor(m, making)
    for (const each of syntax.members) if (!isTypeOnly(each)) lowerMember(m, making, each)
    const { construct, methods, getters, setters, statics, staticGetters, fields, types } = making
    const bases = { extends: making.extends, implements: making.implements }
    const abstract = has(syntax, tsc.SyntaxKind.AbstractKeyword)
    const members = { construct, methods, getters, setters, statics, staticGetters, fields, types }
    const definition: ClassDefinition = { name, abstract, ...bases, ...members }
    m.builder.set(id, { type: 'class', definition, span: spanOf(m, syntax), owner: m.fn.owner })
  })
  return id
}

function baseOf(m: Lowering, { heritageClauses }: ts.ClassLikeDeclaration): NodeId | null {
  const clause = heritageClauses?.find((each) => each.token === tsc.SyntaxKind.ExtendsKeyword)
  const base = clause?.types[0]
  return base ? lower(m, base.expression) : null
}

function implementedBy(m: Lowering, { heritageClauses }: ts.ClassLikeDeclaration): NodeId[] {
  const clause = heritageClauses?.find((each) => each.token === tsc.SyntaxKind.ImplementsKeyword)
  return clause?.types.flatMap((each) => typeOfHeritage(m, each) ?? []) ?? []
}

/** Notes values of the types that fields are declared with, in the class or where the constructor sets them. */
function noteTypes(m: Lowering, { syntax, types }: Making): void {
  const note = (key: string | undefined, type: ts.TypeNode | undefined) => {
    const value = key === undefined ? undefined : valueOfType(m, type)
    if (key !== undefined && value !== undefined) types.set(key, value)
  }
  for (const each of syntax.members) {
    if (tsc.isPropertyDeclaration(each)) {
      note(staticKey(each.name), each.type ?? typeComment(each))
      if (!each.initializer) noteSaid(m, each, types)
    }
    if (!tsc.isConstructorDeclaration(each)) continue
    for (const statement of each.body?.statements ?? [])
      if (tsc.isExpressionStatement(statement)) note(keyOfThis(statement), typeComment(statement))
  }
}

/** What a comment says of a field that is given no value where it is declared. */
function noteSaid(m: Lowering, field: ts.PropertyDeclaration, types: Map<string, NodeId>): void {
  const key = staticKey(field.name)
  const says = key === undefined ? undefined : sayingBefore(m, field, types.get(key))
  if (key === undefined || says === undefined) return
  types.set(key, says)
  m.declarations.push({ says, of: null })
}

/** `this.key = …` */
function keyOfThis({ expression }: ts.ExpressionStatement): string | undefined {
  const target = tsc.isBinaryExpression(expression) ? expression.left : expression
  const isThis = tsc.isPropertyAccessExpression(target) && target.expression.kind === tsc.SyntaxKind.ThisKeyword
  return isThis ? target.name.text : undefined
}

/** Its name means the class from here on, inside and out. */
function declare(m: Lowering, { name }: ts.ClassLikeDeclaration, id: NodeId): void {
  const binding = name && lookUp(m.scope, name.text)
  if (binding) define(m, binding, id)
}

function lowerConstructor(m: Lowering, making: Making): void {
  const { syntax, id, qualified: prefix } = making
  const written = syntax.members.find((each) => tsc.isConstructorDeclaration(each) && each.body) as ts.ConstructorDeclaration | undefined
  const fields = syntax.members.filter(isField)
  if (!written && fields.length === 0) return
  const construct = unknown(m, written ?? syntax, 'constructor being made')
  making.construct = construct
  const initialise = () => {
    for (const field of fields) within(m, field, () => lowerField(m, making, field))
  }
  const derived = making.extends !== null
  const place: FunctionPlace = { name: 'constructor', prefix, method: id, hoisted: true, inline: false, fields: initialise, derived }
  defer(m, () => (written ? fillFunction(m, written, construct, place) : fillMissing(m, making, construct, place)))
}

function isField(member: ts.ClassElement): member is ts.PropertyDeclaration {
  return tsc.isPropertyDeclaration(member) && !has(member, tsc.SyntaxKind.StaticKeyword) && !isTypeOnly(member)
}

/** The constructor that a class with fields has when none is written: it hands its arguments on to the base class. */
function fillMissing(m: Lowering, making: Making, id: NodeId, place: FunctionPlace): void {
  const outer = m.fn
  const fn = enterFunction(m, making.syntax, id, place, making.id)
  m.fn = fn
  const params: NodeId[] = []
  if (making.extends !== null) {
    const { syntax } = making
    const all = add(m, syntax, { type: 'parameter', function: id, index: 0, rest: true, name: 'args' })
    params.push(all)
    const callee = add(m, syntax, { type: 'super', class: making.id })
    const event = add(m, syntax, { type: 'call', callee, args: [{ node: all, span: spanOf(m, syntax), spread: true }], construct: true })
    fn.env.set(fn.self, add(m, syntax, { type: 'changed', object: read(m, syntax, fn.self), event, as: 'receiver' }))
  }
  place.fields?.()
  const { qualified } = fn
  finishFunction(m, {
    name: 'constructor',
    qualified,
    params,
    method: making.id,
    arrow: false,
    generator: false,
    async: false,
    inline: false,
  })
  m.fn = outer
}

function lowerField(m: Lowering, making: Making, field: ts.PropertyDeclaration): void {
  const key = lowerKey(m, field.name)
  if (!field.initializer) return
  handOn(m, sayingBefore(m, field), field.initializer)
  const value = fieldValue(m, making, field.initializer, typeof key === 'string' ? key : null)
  if (typeof key === 'string') making.fields.set(key, value)
  store(m, field.name, { binding: m.fn.self, up: { binding: m.fn.self, up: null, key: '' }, key }, value)
}

function fieldValue(m: Lowering, { id, qualified: prefix }: Making, initializer: ts.Expression, name: string | null): NodeId {
  const value = bare(initializer)
  if (!isFunctionValue(value)) return lowerNamed(m, initializer, name, prefix)
  const node = unknown(m, value, 'function being made')
  fillFunction(m, value, node, { name, prefix, method: id, hoisted: false, inline: false })
  return node
}

function lowerMember(m: Lowering, making: Making, member: ts.ClassElement): void {
  for (const decorator of decoratorsOf(member)) lower(m, decorator.expression)
  const isStatic = has(member, tsc.SyntaxKind.StaticKeyword)
  if (tsc.isClassStaticBlockDeclaration(member))
    asStatic(m, making, member, () => within(m, member, () => lowerBlock(m, member.body.statements)))
  else if (tsc.isPropertyDeclaration(member)) {
    if (isStatic && member.initializer) lowerStaticField(m, making, member, member.initializer)
  } else if (tsc.isMethodDeclaration(member) || tsc.isGetAccessor(member) || tsc.isSetAccessor(member)) {
    if (member.body) lowerMethod(m, making, member, isStatic)
  }
}

function lowerStaticField(m: Lowering, making: Making, member: ts.PropertyDeclaration, initializer: ts.Expression): void {
  asStatic(m, making, member, () => {
    const key = lowerKey(m, member.name)
    handOn(m, sayingBefore(m, member), initializer)
    const value = lowerNamed(m, initializer, typeof key === 'string' ? key : null, making.qualified)
    if (typeof key === 'string') making.statics.set(key, value)
  })
}

/** In static parts `this` is the class. */
function asStatic(m: Lowering, { id }: Making, member: ts.ClassElement, run: () => void): void {
  const outer = m.fn
  m.fn = { ...outer, self: m.scopes.selves.get(member) ?? outer.self, receiver: id, class: id }
  run()
  m.fn = outer
}

type Method = ts.MethodDeclaration | ts.AccessorDeclaration

function lowerMethod(m: Lowering, making: Making, member: Method, isStatic: boolean): void {
  const key = lowerKey(m, member.name)
  const name = typeof key === 'string' ? key : null
  const node = unknown(m, member, 'method being made')
  if (name !== null && !(isStatic && tsc.isSetAccessor(member))) holderOf(making, member, isStatic).set(name, node)
  defer(m, () => fillFunction(m, member, node, { name, prefix: making.qualified, method: making.id, hoisted: true, inline: false }))
}

function holderOf(making: Making, member: Method, isStatic: boolean): Map<string, NodeId> {
  if (tsc.isGetAccessor(member)) return isStatic ? making.staticGetters : making.getters
  if (isStatic) return making.statics
  return tsc.isSetAccessor(member) ? making.setters : making.methods
}
