import type { NodeId } from '../../graph/graph.js'
import { makeBinding } from '../flow/bindings.js'
import { add, literal, unknown } from '../flow/flow.js'
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

/** Classes of libraries that make a constructor of the fields of what extends them: Flax's and Equinox' modules, pydantic's models. */
export function extendsDataclass(syntax: Syntax): boolean {
  const bases = part(syntax, 'superclasses')?.children ?? []
  const names = bases.map((base) => (base.type === 'attribute' ? part(base, 'attribute')!.text : base.text))
  return names.some((name) => name === 'Module' || name === 'BaseModel') && fieldsOf(syntax).length > 0
}

/** The constructor that is made of the fields of a class: each is a parameter, with what stands behind it where none is given. */
export function lowerDataclass(m: Lowering, making: Making): void {
  const { syntax, id: cls, qualified: prefix, fields } = making
  const id = unknown(m, syntax, 'constructor being made')
  making.construct = id
  const outer = m.fn
  const self = makeBinding('this', 'this', syntax, true)
  const place = { name: 'constructor', prefix, method: cls, hoisted: true, inline: false }
  const fn = enterFunction(m, syntax, id, place, cls)
  const receiver = m.builder.add({ type: 'this', class: cls, span: m.spanOf(syntax), owner: id })
  m.fn = { ...fn, self, receiver }
  const params = fieldsOf(syntax).map((field, index) => {
    const name = field.text
    const fallback = fallbackOf(m, field, fields.get(name))
    const value = add(m, field, { type: 'parameter', function: id, index, rest: false, name, ...(fallback !== undefined && { fallback }) })
    m.fn.env.set(self, add(m, field, { type: 'assigned', object: read(m, field, self), key: name, value }))
    return value
  })
  const { qualified } = m.fn
  finishFunction(m, { name: 'constructor', qualified, params, method: cls, arrow: false, generator: false, async: false, inline: false })
  m.fn = outer
  for (const { text } of fieldsOf(syntax)) fields.delete(text)
}

/** Names with a type, in order. */
function fieldsOf(syntax: Syntax): Syntax[] {
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
