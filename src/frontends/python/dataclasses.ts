import type { Element, NodeId, NodeOf } from '../../graph/graph.js'
import { type Binding, makeBinding } from '../flow/bindings.js'
import { addCall } from '../flow/calls.js'
import { add, literal, nodeOf, spanOf, unknown, unnamed } from '../flow/flow.js'
import { enterFunction, finishFunction } from '../flow/functions.js'
import { read } from '../flow/variables.js'
import type { Making } from './classes.js'
import type { Lowering } from './lowering.js'
import { part, type Syntax } from './syntax.js'

/** `@dataclass`, `@dataclasses.dataclass(frozen=True)`, `@attr.s`. */
export function isDataclass(decorator: Syntax): boolean {
  const [mark] = decorator.children
  const callee = mark?.type === 'call' ? part(mark, 'function') : mark
  const name = callee?.type === 'attribute' ? part(callee, 'attribute')!.text : callee?.text
  return name === 'dataclass' || name === 'attrs' || name === 's' || name === 'define'
}

/** `class C(NamedTuple)`. */
export function extendsNamedTuple(syntax: Syntax): boolean {
  const [base] = part(syntax, 'superclasses')?.children ?? []
  return base?.text === 'NamedTuple' || (base?.type === 'attribute' && part(base, 'attribute')!.text === 'NamedTuple')
}

/** The constructor that is made of the fields of a class: each is a parameter, with what stands behind it where none is given. */
export function lowerDataclass(m: Lowering, making: Making, base: NodeId | null, declared = fieldsOf(making.syntax)): void {
  const { syntax, id: cls, qualified: prefix, fields } = making
  const id = unknown(m, syntax, 'constructor being made')
  making.construct = id
  const outer = m.fn
  const self = makeBinding('this', 'this', syntax, true)
  const place = { name: 'constructor', prefix, method: cls, hoisted: true, inline: false }
  const fn = enterFunction(m, syntax, id, place, cls)
  const receiver = m.builder.add({ type: 'this', class: cls, span: m.spanOf(syntax), owner: id })
  m.fn = { ...fn, self, receiver }
  const inherited = base === null ? [] : inheritFields(m, making, id, base, self)
  const isOpen = inherited.some((each) => (nodeOf(m, each) as NodeOf<'parameter'>).keywords)
  const own = declared.map((field, at) => {
    const name = field.text
    const fallback = fallbackOf(m, field, fields.get(name))
    const index = isOpen ? -1 : inherited.length + at
    const value = add(m, field, { type: 'parameter', function: id, index, rest: false, name, ...(fallback !== undefined && { fallback }) })
    m.fn.env.set(self, add(m, field, { type: 'assigned', object: read(m, field, self), key: name, value }))
    return value
  })
  runAfter(m, making, self)
  const params = [...inherited, ...own]
  const { qualified } = m.fn
  finishFunction(m, { name: 'constructor', qualified, params, method: cls, arrow: false, generator: false, async: false, inline: false })
  m.fn = outer
  for (const { text } of declared) fields.delete(text)
}

/** `__post_init__` runs when all fields are set. */
function runAfter(m: Lowering, { syntax, methods }: Making, self: Binding): void {
  if (!methods.has('__post_init__')) return
  const object = read(m, syntax, self)
  const callee = add(m, syntax, { type: 'member', object, key: '__post_init__' })
  const event = addCall(m, syntax, { callee, args: [], construct: false })
  m.fn.env.set(self, add(m, syntax, { type: 'changed', object, event, as: 'receiver' }))
}

/** Names with a type, in order. */
export function fieldsOf(syntax: Syntax): Syntax[] {
  return (part(syntax, 'body')?.children ?? []).flatMap(({ children: [assignment] }) => {
    const name = assignment?.type === 'assignment' && part(assignment, 'type') ? part(assignment, 'left') : undefined
    return name?.type === 'identifier' ? [name] : []
  })
}

/** `field(default=v)` stands for `v`; `field(default_factory=f)` for what `f` makes. */
function fallbackOf(m: Lowering, syntax: Syntax, value: NodeId | undefined): NodeId | undefined {
  let node = value === undefined ? undefined : m.builder.nodes[value]
  if (node?.type === 'alias') node = m.builder.nodes[node.value]
  if (node?.type !== 'call') return value
  const given = (keyword: string) => (node.type === 'call' ? node.args.find((arg) => arg.keyword === keyword)?.node : undefined)
  const factory = given('default_factory')
  if (factory !== undefined) return add(m, syntax, { type: 'call', callee: factory, args: [], construct: false })
  return given('default') ?? (isField(m, node.callee) ? literal(m, syntax, null) : value)
}

function isField(m: Lowering, callee: NodeId): boolean {
  const node = m.builder.nodes[callee]!
  return node.type === 'import' ? node.name === 'field' : node.type === 'member' && node.key === 'field'
}

/** Fields of the class that is extended, which come first: of a class elsewhere, whatever keywords are given. */
function inheritFields(m: Lowering, { syntax, id }: Making, fn: NodeId, base: NodeId, self: Binding): NodeId[] {
  const params = fieldsBefore(m, base).map((known, index) => add(m, syntax, { ...known, type: 'parameter', function: fn, index }))
  if (params.length === 0) {
    const others = { index: -1, rest: true, name: 'others', keywords: true as const }
    params.push(add(m, syntax, { type: 'parameter', function: fn, ...others }))
  }
  const args = params.map((node): Element => {
    const { name, keywords } = nodeOf(m, node) as NodeOf<'parameter'>
    return { node, span: spanOf(m, syntax), keyword: keywords ? '' : name, spread: keywords ?? false }
  })
  const callee = add(m, syntax, { type: 'super', class: id })
  const event = add(m, syntax, { type: 'call', callee, args, construct: true })
  m.fn.env.set(self, add(m, syntax, { type: 'changed', object: read(m, syntax, self), event, as: 'receiver' }))
  return params
}

/** Parameters of the constructor of a class of the same file. */
function fieldsBefore(m: Lowering, base: NodeId): Pick<NodeOf<'parameter'>, 'name' | 'fallback' | 'rest'>[] {
  const cls = unnamed(m, base)
  const construct = cls.type === 'class' && cls.definition.construct
  const fn = typeof construct === 'number' ? nodeOf(m, construct) : undefined
  const params = fn?.type === 'function' ? fn.definition.params.map((each) => nodeOf(m, each) as NodeOf<'parameter'>) : []
  return params.some(({ keywords }) => keywords)
    ? []
    : params.map(({ name, fallback, rest }) => ({ name, rest, ...(fallback !== undefined && { fallback }) }))
}
