import { lastName } from '../contracts/catalog.js'
import type { Module, NodeId, Span } from '../graph/graph.js'
import { callsNamed } from './callers.js'
import { argumentsOf, callFunction } from './calls.js'
import { type Context, root } from './context.js'
import type { Engine } from './engine.js'
import { mapValue, union } from './union.js'
import { type Held, isEmpty, type Lazy, literal, nothing, unknown, type Value } from './value.js'

interface Site {
  span: Span
  key: string
  ctx: Context
}

/** A state, and the function that sets it. */
export function stateOf(first: Lazy, { span, key, ctx }: Site): Value {
  return {
    is: 'list',
    items: [
      { held: first, at: span, key, ctx },
      { is: 'builtin', name: setterOf(span) },
    ],
    open: false,
  }
}

function setterOf({ file, start }: Span): string {
  return `the setter of ${file}:${start}`
}

/** An object whose one field anybody may set. */
export function cellOf(first: Lazy): Value {
  return { is: 'record', fields: new Map([['current', first]]), open: false }
}

/** What a state may hold: what it begins with, and what it is set to where its setter is called by its own name. */
export function heldBy(engine: Engine, { held, at, key, ctx }: Held): Value {
  const first = engine.force(held)
  const begun = first.is === 'function' ? callFunction(engine, first, [], `${key}:first`, ctx) : first
  return joined([begun, ...setIn(engine, at)])
}

/** The second item of a pair is called by the name that it was given where the pair was taken apart. */
function setIn(engine: Engine, at: Span): Value[] {
  const module = engine.graph.module(at.file)
  return (module ? callsNamed(engine, module, '1') : []).flatMap((id): Value[] => {
    const call = engine.graph.node(id)
    if (call.type !== 'call') return []
    const callee = engine.evaluate(call.callee, root)
    const given = call.args[0]
    if (callee.is !== 'builtin' || callee.name !== setterOf(at) || !given) return []
    return [set(engine, engine.evaluate(given.node, root), id)]
  })
}

/** A function is called with what is held, and its result is held from then on. */
function set(engine: Engine, given: Value, id: NodeId): Value {
  return given.is === 'function' ? callFunction(engine, given, [{ value: nothing }], `${id}:set`, root) : given
}

/** Alternatives; what is empty at times is not asked then. */
function joined(values: readonly Value[]): Value {
  const filled = values.map((value) => mapValue(value, (one) => (isEmpty(one) ? nothing : one))).filter((value) => value.is !== 'nothing')
  return union((filled.length > 0 ? filled : values).map((value) => ({ value, via: 'shared' })))
}

/** What an object hands to all who ask it: what its providers were given, in whatever file. */
export function providedBy(engine: Engine, asked: Lazy): Value {
  return mapValue(engine.force(asked), (object) => {
    if (object.is !== 'object') return object.is === 'unknown' ? object : unknown('it comes from a context that is not known')
    const given = around(engine, providing(engine, object.package), object.span.file).flatMap((module) =>
      callsNamed(engine, module, providing(engine, object.package)).flatMap((id) => givenTo(engine, object.span, id)),
    )
    const first = [...object.options.values()][0] ?? literal(undefined)
    return given.length > 0 ? union(given.map((value) => ({ value, via: 'callers' }))) : engine.force(first)
  })
}

/** Modules with a word in them that may import a file, and the file itself. */
function around({ graph }: Engine, word: string, file: string): Module[] {
  const own = graph.module(file)
  return [...new Set([...(own ? [own] : []), ...graph.mentioning(word, { joined: file }), ...graph.mentioning(word, { importing: file })])]
}

/** The last name of the library's method that provides. */
function providing(engine: Engine, pkg: string): string {
  const contract = engine.catalog.contracts.find((each) => each.package === pkg && each.provides !== undefined)
  return contract ? lastName(contract) : ''
}

function givenTo(engine: Engine, { file, start }: Span, id: NodeId): Value[] {
  const call = engine.graph.node(id)
  if (call.type !== 'call') return []
  const callee = engine.evaluate(call.callee, root)
  if (callee.is !== 'method' || callee.contract.provides === undefined) return []
  const receiver = engine.force(callee.receiver)
  if (receiver.is !== 'object' || receiver.span.file !== file || receiver.span.start !== start) return []
  const [options] = argumentsOf(call, root).map((arg) => engine.force(arg.value))
  const given = options?.is === 'record' ? options.fields.get(callee.contract.provides) : undefined
  return given === undefined ? [] : [engine.force(given)]
}
