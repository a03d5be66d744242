import type { ClassDefinition } from '../../graph/definitions.js'
import type { NodeId } from '../../graph/graph.js'
import { behindNames, nodeOf, spanOf, unknown, within } from '../flow/flow.js'
import { defer } from '../flow/functions.js'
import { define } from '../flow/variables.js'
import { valueOfType } from './annotations.js'
import { extendsNamedTuple, fieldsOf, isDataclass, lowerDataclass } from './dataclasses.js'
import { sayingOf } from './declared.js'
import { lower } from './expressions.js'
import { lowerDecorators, makeLater, nameIt } from './functions.js'
import type { Lowering } from './lowering.js'
import { methodKind } from './methods.js'
import { lowerStatement } from './statements.js'
import { decoratorsOf, definitionIn, part, type Syntax, stringValue } from './syntax.js'

export interface Making {
  id: NodeId
  syntax: Syntax
  qualified: string
  construct: NodeId | null
  call: NodeId | null
  methods: Map<string, NodeId>
  getters: Map<string, NodeId>
  setters: Map<string, NodeId>
  statics: Map<string, NodeId>
  fields: Map<string, NodeId>
  types: Map<string, NodeId>
}

/** `class`: the name means the class from here on; the bodies of its methods are lowered later. */
export function declareClass(m: Lowering, node: Syntax): void {
  const syntax = definitionIn(node)
  const name = part(syntax, 'name')!
  const id = unknown(m, syntax, 'class being made')
  m.classes.push(id)
  const decorators = lowerDecorators(m, node)
  nameIt(m, name, id)
  const dataclass = decoratorsOf(node).some(isDataclass) || extendsNamedTuple(syntax)
  fillClass(m, syntax, id, name.text, decorators, dataclass)
}

function fillClass(m: Lowering, syntax: Syntax, id: NodeId, name: string, decorators: readonly NodeId[], dataclass: boolean): void {
  const { qualified: prefix } = m.fn
  const [base = null, ...mixins] = basesOf(m, syntax)
  const making = begin(syntax, id, prefix ? `${prefix}.${name}` : name)
  const { making: outer } = m
  m.types.set(id, making.types)
  m.making = making
  within(m, syntax, () => {
    for (const member of part(syntax, 'body')?.children ?? []) {
      noteType(m, making, member)
      lowerStatement(m, member)
    }
    noteVariables(m, making)
  })
  m.making = outer
  if (dataclass && making.construct === null) lowerDataclass(m, making, extendsNamedTuple(syntax) ? null : base)
  const { qualified: _, syntax: __, id: ___, ...members } = making
  const opaque = isOpaque(syntax, making)
  const bases = { lends: true as const, ...(opaque && { opaque }), extends: base, ...(mixins.length > 0 && { mixins }), implements: [] }
  const declared = fieldsOf(syntax).map(({ text }) => text)
  const sequence = extendsNamedTuple(syntax) && { sequence: true as const }
  const own = { ...(decorators.length > 0 && { decorators }), ...(declared.length > 0 && { declared }), ...sequence }
  const definition: ClassDefinition = { name, abstract: false, ...bases, ...members, ...own, staticGetters: new Map() }
  m.builder.set(id, { type: 'class', definition, span: spanOf(m, syntax), owner: m.fn.owner })
}

function begin(syntax: Syntax, id: NodeId, qualified: string): Making {
  const tables = { methods: new Map(), getters: new Map(), setters: new Map(), statics: new Map(), fields: new Map(), types: new Map() }
  return { id, syntax, qualified, construct: null, call: null, ...tables }
}

/** `namedtuple('Name', 'first second')`: a class of these fields. */
export function lowerNamedTuple(m: Lowering, call: Syntax): NodeId | undefined {
  const [title, names] = part(call, 'arguments')!.children
  const fields = title && names && fieldsNamed(names)
  const name = title && stringValue(title)
  if (!fields || name === undefined) return undefined
  const id = unknown(m, call, 'class being made')
  m.classes.push(id)
  const making = begin(call, id, name)
  lowerDataclass(m, making, null, fields)
  const { qualified: _, syntax: __, id: ___, ...members } = making
  const shape = { lends: true as const, sequence: true as const, declared: fields.map(({ text }) => text) }
  const definition: ClassDefinition = {
    name,
    abstract: false,
    extends: null,
    implements: [],
    ...members,
    ...shape,
    staticGetters: new Map(),
  }
  m.builder.set(id, { type: 'class', definition, span: spanOf(m, call), owner: m.fn.owner })
  return id
}

/** Names in one text, or in a list of texts. */
function fieldsNamed(names: Syntax): Syntax[] | undefined {
  const whole = stringValue(names)
  if (whole !== undefined)
    return whole
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((text) => ({ ...names, text }))
  const texts = names.type === 'list' || names.type === 'tuple' ? names.children.map((each) => ({ each, text: stringValue(each) })) : []
  return texts.length > 0 && texts.every(({ text }) => text !== undefined)
    ? texts.map(({ each, text }) => ({ ...each, text: text! }))
    : undefined
}

const plainMetaclasses = new Set(['ABCMeta', 'type'])

/** Whether what constructing the class gives, or what is set on an instance, is up to code that is not followed. */
function isOpaque(syntax: Syntax, { methods }: Making): true | undefined {
  const options = (part(syntax, 'superclasses')?.children ?? []).filter(({ type }) => type === 'keyword_argument')
  const metaclass = options.find((each) => part(each, 'name')?.text === 'metaclass')
  const value = metaclass && part(metaclass, 'value')
  const own = value !== undefined && !plainMetaclasses.has((part(value, 'attribute') ?? value).text)
  const deciding = ['__new__', '__setattr__', '__setitem__', '__getattribute__'].some((name) => methods.has(name))
  return own || deciding ? true : undefined
}

/** What it extends, but for what only tells something of types. */
function basesOf(m: Lowering, syntax: Syntax): NodeId[] {
  const given = part(syntax, 'superclasses')?.children ?? []
  const isOption = ({ type }: Syntax) => type === 'keyword_argument' || type === 'list_splat' || type === 'dictionary_splat'
  for (const each of given) if (isOption(each)) lower(m, each)
  return given
    .filter((each) => !isOption(each))
    .map((each) => (each.type === 'subscript' ? part(each, 'value')! : each))
    .filter(({ text }) => text !== 'object' && text !== 'Generic' && text !== 'Protocol')
    .map((each) => lower(m, each))
}

/** A function in a class's body. Of several of one name the last counts. */
export function lowerMethod(m: Lowering, making: Making, member: Syntax): void {
  const syntax = definitionIn(member)
  const name = part(syntax, 'name')!.text
  const id = unknown(m, syntax, 'method being made')
  const decorators = lowerDecorators(m, member)
  const kind = methodKind(member)
  if (name === '__init__') making.construct = id
  else if (name === '__call__') making.call = id
  if (kind === 'getter') making.getters.set(name, id)
  else if (kind === 'setter') making.setters.set(name, id)
  else if (name !== '__init__') {
    // An instance has those of its class, too.
    making.methods.set(name, id)
    if (kind !== 'method') making.statics.set(name, id)
  }
  const binding = m.scope.names.get(name)
  if (binding) define(m, binding, id)
  const isConstructor = name === '__init__'
  const place = {
    name: isConstructor ? 'constructor' : name,
    prefix: making.qualified,
    method: making.id,
    hoisted: true,
    inline: false,
    decorators,
  }
  makeLater(m, syntax, id, place)
}

/** Variables of the class's body: members of the class, and of each instance that has none of its own. */
function noteVariables(m: Lowering, making: Making): void {
  const { methods, getters, setters, statics, fields, construct } = making
  const own = new Set(methods.values())
  for (const [name, binding] of m.scope.names) {
    const value = m.fn.env.get(binding)
    // A test decides which of several methods it is.
    if (value !== undefined && nodeOf(m, value).type === 'merge') methods.delete(name)
    if (value === undefined || value === construct || methods.has(name) || getters.has(name) || setters.has(name)) continue
    const meant = behindNames(m, value)
    if (own.has(meant)) {
      methods.set(name, meant)
      if (name === '__call__') making.call = meant
    } else if (!noteProperty(m, making, name, meant)) {
      statics.set(name, value)
      fields.set(name, value)
    }
  }
}

/** `x = property(get_x, set_x)`, `x = property(lambda self: …)`. */
function noteProperty(m: Lowering, { methods, getters, setters }: Making, name: string, value: NodeId): boolean {
  const call = nodeOf(m, value)
  const callee = call.type === 'call' ? nodeOf(m, call.callee) : undefined
  if (call.type !== 'call' || callee?.type !== 'name' || callee.path.join() !== 'property') return false
  const given = (index: number, keyword: string) =>
    call.args.find((each, at) => each.keyword === keyword || (each.keyword === undefined && at === index))?.node
  const own = new Set(methods.values())
  const [get, set] = [given(0, 'fget'), given(1, 'fset')]
  const isLambda = get !== undefined && nodeOf(m, get).type === 'function'
  if (get === undefined || !(own.has(get) || isLambda)) return false
  getters.set(name, get)
  if (set !== undefined && own.has(set)) setters.set(name, set)
  return true
}

/** `name: Type` in a class's body. */
function noteType(m: Lowering, { types }: Making, member: Syntax): void {
  const [assignment] = member.children
  const type = assignment?.type === 'assignment' ? part(assignment, 'type') : undefined
  const left = type && part(assignment!, 'left')
  if (type && left?.type === 'identifier')
    defer(m, () => {
      const typed = valueOfType(m, type)
      const value = sayingOf(m, assignment!, typed) ?? typed
      if (value !== undefined) types.set(left.text, value)
    })
}
