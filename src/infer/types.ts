import { frameworkNamed } from '../contracts/catalog.js'
import type { NodeId, NodeOf } from '../graph/graph.js'
import { anyImplementer, anyInstance } from './classes.js'
import { type Context, root } from './context.js'
import { asSaid } from './declared.js'
import type { Engine } from './engine.js'
import { typeExport } from './exports.js'
import { mapValue, union } from './union.js'
import { type Unknown, unknown, type Value } from './value.js'

/** Of a value that is not known, its declared type still tells which methods and fields it has, and a comment of which kind it is. */
export function asDeclared(engine: Engine, value: Value, type: NodeId | undefined, ctx: Context): Value {
  if (type === undefined) return value
  const declared = engine.graph.node(type)
  if (declared.type === 'declared') return asSaid(engine, value, declared, ctx)
  return mapValue(value, (one) => (one.is === 'unknown' ? mapValue(engine.evaluate(type, ctx), (typed) => because(typed, one)) : one))
}

/** A value of which only the type is known, with the reason why no more is. */
function because(typed: Exclude<Value, { is: 'union' }>, reason: Unknown): Value {
  if (typed.is === 'unknown' || typed.is === 'nothing') return reason
  if (typed.is === 'tensor') return { ...typed, unknown: reason.reason, stoppedAt: reason.at ?? typed.stoppedAt }
  return typed.is === 'object' ? { ...typed, unknown: reason } : typed
}

const onlyType = unknown('only its type is known') as Unknown

/** An instance of the class or interface, or a value of the library's type, that a name leads to. */
export function evaluateInstance(engine: Engine, node: NodeOf<'instance'>, ctx: Context): Value {
  const declared = declaredIn(engine, node)
  if (declared !== undefined) return engine.evaluate(declared, root)
  return mapValue(engine.evaluate(node.of, ctx), (type) => {
    if (type.is === 'class') return anyInstance(engine, type)
    if (type.is !== 'library') return onlyType
    const types = frameworkNamed(type.package)?.types
    const name = type.path.join('.')
    if (!types || !Object.hasOwn(types, name)) return onlyType
    if (name === 'Tensor' || types[name]!.extends === 'Tensor')
      return { is: 'tensor', package: type.package, claims: [], facts: {}, unknown: onlyType.reason, stoppedAt: node.span }
    return { is: 'object', package: type.package, type: name, origin: name, span: node.span, options: new Map(), open: true }
  })
}

/** The interface or type of another file that an import brings. */
export function declaredIn(engine: Engine, node: NodeOf<'instance'>): NodeId | undefined {
  const { of } = node
  const named = engine.graph.node(of)
  if (named.type === 'import' && typeof named.specifier === 'string') return typeExport(engine, named.specifier, named.name, named.from)
  const module = named.type === 'member' ? engine.graph.node(named.object) : undefined
  if (named.type !== 'member' || typeof named.key !== 'string' || module?.type !== 'import' || typeof module.specifier !== 'string')
    return undefined
  return module.name === '*' ? typeExport(engine, module.specifier, named.key, module.from) : undefined
}

/**
 * Something that fits an interface: one of the classes that implement it, or anything else with the same members, so that
 * nothing is proved of it. Where no class does, what the interface itself says of its members.
 */
export function evaluateInterface(engine: Engine, node: NodeOf<'interface'>, id: NodeId): Value {
  const implementer = anyImplementer(engine, id)
  if (!implementer) return membersOf(engine, node)
  return union([
    { value: implementer, via: 'callers' },
    { value: onlyType, via: 'callers' },
  ])
}

function membersOf(engine: Engine, { definition }: NodeOf<'interface'>): Value {
  const types = [...definition.extends, ...(definition.members === null ? [] : [definition.members])]
  const known = types.map((type) => engine.evaluate(type, root)).filter((value) => value.is === 'record')
  if (known.length === 0) return onlyType
  return { is: 'record', fields: new Map(known.flatMap((value) => [...value.fields])), open: true }
}
