import type { NodeId, NodeOf } from '../graph/graph.js'
import { callFunction } from './calls.js'
import type { Argument, Context } from './context.js'
import type { Engine } from './engine.js'
import { memberOf } from './members.js'
import { truth } from './operators.js'
import { positional } from './parameters.js'
import { callPrimitive, callPure } from './primitives.js'
import { foldOver, itemOf, longest, resultOf, runsOver } from './rounds.js'
import { isThunk, type Lazy, literal, mapValue, union, unknown, type Value } from './value.js'

type Builtin = Extract<Value, { is: 'builtin' }>
type List = Extract<Value, { is: 'list' }>

/** What the language itself gives every value: methods of arrays, functions and promises. */
export function builtinMember(object: Value, key: string): Value | undefined {
  if (object.is === 'builtin') return { is: 'builtin', name: `${object.name}.${key}` }
  if (key === 'then' || key === 'catch' || key === 'finally') return { is: 'builtin', name: `promise.${key}`, receiver: object }
  if (object.is === 'list' && key in arrayMethods) return { is: 'builtin', name: `array.${key}`, receiver: object }
  if (object.is === 'function' && functionMethods.has(key)) return { is: 'builtin', name: `function.${key}`, receiver: object }
  return undefined
}

const functionMethods = new Set(['call', 'apply', 'bind'])

export function callBuiltin(fn: Builtin, args: readonly Argument[], site: Site): Value {
  const { engine } = site
  const { items } = positional(engine, args)
  const first = items[0]
  if (fn.receiver?.is === 'list')
    return (
      arrayMethods[fn.name.slice('array.'.length)]?.(fn.receiver, items, site) ??
      unknown(`what \`.${fn.name.slice('array.'.length)}\` gives of a list is not followed`)
    )
  if (fn.receiver?.is === 'library') return { ...fn.receiver, bound: [...(fn.receiver.bound ?? []), ...args.slice(1)] }
  if (fn.receiver?.is === 'function') return callThrough(fn.receiver, fn.name, items, site)
  if (fn.receiver?.is === 'literal' && fn.name.startsWith('constant.'))
    return callPrimitive(
      fn.receiver.value,
      fn.name.slice('constant.'.length),
      items.map((item) => engine.force(item)),
    )
  if (fn.receiver) return fn.name === 'promise.then' && first ? run(first, [fn.receiver], site) : fn.receiver
  const given = first === undefined ? undefined : engine.force(first)
  if (identities.has(fn.name)) return given ?? unknown(`what \`${fn.name}\` returns is not known`)
  if (fn.name === 'Object.values' && given?.is === 'record') return { is: 'list', items: [...given.fields.values()], open: given.open }
  if (fn.name === 'Object.entries' && given?.is === 'record') return { is: 'list', items: entries(given.fields), open: given.open }
  if (fn.name === 'Object.keys' && given) return keysOf(given)
  if (fn.name === 'Object.assign') return assignAll(items.map((item) => engine.force(item)))
  if (fn.name === 'Array.from' && given) return arrayFrom(given, items[1], site)
  if (fn.name === 'Array' && given) return items.length > 1 ? { is: 'list', items, open: false } : repeated(given, () => literal(undefined))
  if (fn.name === 'Array.isArray' && given)
    return mapValue(given, (one) => (one.is === 'unknown' || one.is === 'nothing' ? one : literal(one.is === 'list')))
  if (fn.name === 'Array.of') return { is: 'list', items, open: false }
  const pure = callPure(
    fn.name,
    items.map((item) => engine.force(item)),
  )
  return pure ?? unknown(`what \`${fn.name}\` returns is not known`)
}

/** Functions that hand their first argument on. */
const identities = new Set([
  'Promise.resolve',
  'Promise.all',
  'Object.freeze',
  'Object.seal',
  'structuredClone',
  'Float32Array.from',
  'Int32Array.from',
  'Float32Array',
  'Float64Array',
  'Int32Array',
  'Uint8Array',
])

function entries(fields: ReadonlyMap<string, Lazy>): Value[] {
  return [...fields].map(([key, value]) => pair(literal(key), value))
}

function pair(key: Value, value: Lazy): Value {
  return { is: 'list', items: [key, value], open: false }
}

/** The keys of an object or a list, as a loop over them meets them. */
export function keysOf(object: Value): Value {
  if (object.is === 'record') return { is: 'list', items: [...object.fields.keys()].map(literal), open: object.open }
  if (object.is === 'list') return { ...object, items: object.items.map((_, index) => literal(index)) }
  return unknown('it is made of the keys of an object that is not known')
}

/** As many items as a number says; where it is not known, one stands for all. */
function repeated(count: Value, make: (index: Value) => Lazy): Value {
  if (count.is !== 'literal')
    return { is: 'list', items: [make(unknown('it is an index into a list of unknown length'))], open: false, grown: true }
  const length = Number(count.value)
  if (!Number.isInteger(length) || length < 0 || length > longest) return unknown('it is a list that is too long to follow')
  return { is: 'list', items: Array.from({ length }, (_, index) => make(literal(index))), open: false }
}

function assignAll([target, ...sources]: readonly Value[]): Value {
  return sources.reduce(
    (made, source) => mapValue(made, (object) => mapValue(source, (one) => assigned(object, one))),
    target ?? unknown('`Object.assign` is called with nothing'),
  )
}

/** An object that the members of another are copied to. */
function assigned(object: Value, source: Value): Value {
  if (source.is === 'literal') return object
  const known = source.is === 'record' || source.is === 'instance' ? source : undefined
  const open = source.is !== 'instance' && !(source.is === 'record' && !source.open)
  if (object.is === 'instance') return known ? { ...object, fields: new Map([...object.fields, ...known.fields]) } : object
  const before = object.is === 'record' && !open ? object.fields : []
  return { is: 'record', fields: new Map([...before, ...(known?.fields ?? [])]), open: open || object.is !== 'record' || object.open }
}

interface Site {
  engine: Engine
  key: string
  ctx: Context
  event: NodeId
}

function run(fn: Lazy, args: readonly Lazy[], site: Site, turn = ''): Value {
  const callee = site.engine.force(fn)
  if (callee.is !== 'function') return callee.is === 'unknown' ? callee : unknown('the function that is called here is not known')
  return callFunction(
    site.engine,
    callee,
    args.map((value) => ({ value })),
    `${site.key}:${turn}`,
    site.ctx,
  )
}

function callThrough(fn: Extract<Value, { is: 'function' }>, name: string, items: readonly Lazy[], site: Site): Value {
  const { loose: _, ...plain } = fn
  const bound = items[0] === undefined ? fn : { ...plain, self: items[0] }
  if (name === 'function.bind')
    return items.length > 1 ? { ...bound, bound: [...(fn.bound ?? []), ...items.slice(1).map((value) => ({ value }))] } : bound
  if (name === 'function.call') return run(bound, items.slice(1), site)
  const list = items[1] === undefined ? undefined : site.engine.force(items[1])
  return list?.is === 'list' ? run(bound, list.items, site) : unknown('the arguments of `apply` are not known')
}

function arrayFrom(from: Value, fn: Lazy | undefined, site: Site): Value {
  const list = from.is === 'record' ? repeated(memberOf(site.engine, from, 'length'), () => literal(undefined)) : from
  if (list.is !== 'list' || fn === undefined) return list
  return arrayMethods.map!(list, [fn], site) ?? unknown('what `Array.from` returns is not known')
}

/** What a callback returns for each item of a list; undefined when there are too many. */
function resultsOver(list: List, fn: Lazy, site: Site): Lazy[] | undefined {
  const { engine } = site
  const callee = engine.force(fn)
  if (callee.is === 'builtin' && callee.name === 'Boolean') return [...list.items]
  if (callee.is !== 'function')
    return list.items.map((_, index) => run(fn, [list.items[index]!, literal(index), list], site, String(index)))
  return runsOver(engine, callee, list, site)?.map((ctx) => resultOf(engine, callee, ctx))
}

/** A list with the lists in it taken apart. */
function flattened(engine: Engine, list: List): Value {
  const items: Lazy[] = []
  let open = list.open
  for (const item of list.items) {
    const value = engine.force(item)
    if (value.is === 'list') items.push(...value.items)
    else items.push(item)
    open ||= value.is === 'unknown' || value.is === 'union' || (value.is === 'list' && value.open)
  }
  return { ...list, items, open }
}

type ArrayMethod = (list: List, args: readonly Lazy[], site: Site) => Value | undefined

const arrayMethods: Readonly<Record<string, ArrayMethod>> = {
  map: (list, [fn], site) => {
    const results = fn && resultsOver(list, fn, site)
    return results && { ...list, items: results }
  },
  flatMap: (list, [fn], site) => {
    const results = fn && resultsOver(list, fn, site)
    return results && flattened(site.engine, { ...list, items: results })
  },
  forEach: () => literal(undefined),
  filter: (list, [fn], site) => {
    const results = fn && resultsOver(list, fn, site)?.map((result) => truth(site.engine.force(result)))
    const items = results && list.items.filter((_, index) => results[index] !== false)
    return items && { ...list, items, open: list.open || results.includes(undefined) }
  },
  reduce: (list, [fn, start], site) => {
    const callee = fn && site.engine.force(fn)
    if (callee?.is !== 'function' || list.open || list.items.length === 0) return undefined
    const runs = foldOver(site.engine, callee, list, start, site)
    const last = runs?.at(-1)
    return last ? site.engine.force(resultOf(site.engine, callee, last)) : runs && site.engine.force(start ?? list.items[0]!)
  },
  at: (list, [index], site) => {
    const at = index && site.engine.force(index)
    if (at?.is !== 'literal' || typeof at.value !== 'number' || list.open) return undefined
    return memberOf(site.engine, list, String(at.value < 0 ? list.items.length + at.value : at.value))
  },
  slice: (list, [from, to], site) => {
    const bounds = [from, to].map((each) => (each === undefined ? literal(undefined) : site.engine.force(each)))
    if (list.open || !bounds.every((bound) => bound.is === 'literal')) return undefined
    const [start, end] = bounds.map((bound) => (bound.is === 'literal' && typeof bound.value === 'number' ? bound.value : undefined))
    return { ...list, items: list.items.slice(start, end) }
  },
  concat: (list, others, site) => {
    const items = [...list.items]
    let open = list.open
    for (const other of others) {
      const value = site.engine.force(other)
      if (value.is === 'list') items.push(...value.items)
      else items.push(value)
      open ||= (value.is === 'list' && value.open) || value.is === 'unknown'
    }
    return { is: 'list', items, open }
  },
  reverse: (list) => ({ ...list, items: [...list.items].reverse() }),
  toReversed: (list) => ({ ...list, items: [...list.items].reverse() }),
  flat: (list, [depth], { engine }) => (depth === undefined ? flattened(engine, list) : { ...list, open: true }),
  fill: (list, [item]) => item && { ...list, items: list.items.map(() => item) },
  keys: keysOf,
  entries: (list) => ({ ...list, items: list.items.map((item, index) => pair(literal(index), item)) }),
  pop: (list, _, site) => (list.open ? undefined : list.items.length > 0 ? site.engine.force(list.items.at(-1)!) : literal(undefined)),
  shift: (list, _, site) => (list.items[0] ? site.engine.force(list.items[0]) : undefined),
  find: (list, _, site) => anyItem(site.engine, list),
  push: () => unknown('it is the new length of a list'),
  unshift: () => unknown('it is the new length of a list'),
  values: (list) => list,
  join: (list, args, site) => {
    const items = [...list.items, ...args].map((item) => site.engine.force(item))
    if (list.open || list.grown || !items.every((item) => item.is === 'literal')) return undefined
    const plain = items.slice(0, list.items.length).map((item) => (item.is === 'literal' ? item.value : undefined))
    const separator = items[list.items.length]
    return literal(plain.join(separator?.is === 'literal' && separator.value !== undefined ? String(separator.value) : ','))
  },
  includes: (list, [item], site) => {
    const at = indexIn(list, item, site)
    return at === undefined ? undefined : literal(at >= 0)
  },
  indexOf: (list, [item], site) => {
    const at = indexIn(list, item, site)
    return at === undefined ? undefined : literal(at)
  },
}

/** Where a constant stands in a list of constants. */
function indexIn(list: List, item: Lazy | undefined, { engine }: Site): number | undefined {
  const values = [...list.items, ...(item === undefined ? [] : [item])].map((each) => engine.force(each))
  if (item === undefined || list.open || list.grown || !values.every((value) => value.is === 'literal')) return undefined
  const plain = values.map((value) => (value.is === 'literal' ? value.value : undefined))
  return plain.slice(0, -1).indexOf(plain.at(-1))
}

/** An object after a function of the language that changes its first argument. */
export function changedByFunction(engine: Engine, name: string, object: Value, args: readonly Argument[]): Value {
  if (name === 'Object.assign') return assignAll([object, ...positional(engine, args.slice(1)).items.map((item) => engine.force(item))])
  if (name.startsWith('Object.definePropert') && object.is === 'record') return { is: 'record', fields: new Map(), open: true }
  return object
}

/** A list after one of its own methods. */
export function changedByBuiltin(engine: Engine, list: List, method: string, args: readonly Argument[]): Value {
  if (method === 'push') {
    const { items, open } = positional(engine, args)
    return {
      is: 'list',
      items: [...list.items, ...items.flatMap((item) => spreadItem(engine, item))],
      open: list.open || open,
      grown: true,
    }
  }
  if (method === 'unshift') return { ...list, grown: true, items: [...positional(engine, args).items, ...list.items] }
  if (method === 'pop') return { ...list, items: list.items.slice(0, -1) }
  if (method === 'shift') return { ...list, items: list.items.slice(1) }
  if (method === 'reverse') return { ...list, items: [...list.items].reverse() }
  return method === 'splice' || method === 'sort' || method === 'fill' ? { is: 'list', items: [], open: true } : list
}

/** What a loop over a list adds one by one is the whole list. */
export function spreadItem(engine: Engine, lazy: Lazy): readonly Lazy[] {
  if (!isThunk(lazy)) return [lazy]
  let node = engine.graph.node(lazy.node)
  while (node.type === 'alias' || node.type === 'changed') node = engine.graph.node(node.type === 'alias' ? node.value : node.object)
  if (node.type !== 'item' || itemOf(engine, node, engine.frame(lazy.ctx, node.owner)) !== undefined) return [lazy]
  const list = engine.evaluate(node.of, lazy.ctx)
  return list.is === 'list' ? list.items : [lazy]
}

/** The arguments with which the language calls a callback that is passed to a method of an array or a promise. */
export function callbackArguments(engine: Engine, call: NodeOf<'call'>, ctx: Context): readonly Argument[] | undefined {
  const callee = engine.graph.node(call.callee)
  if (callee.type !== 'member' || typeof callee.key !== 'string') return undefined
  if (callee.key === 'then') return [{ value: { node: callee.object, ctx } }]
  const position = { map: 0, forEach: 0, filter: 0, find: 0, some: 0, every: 0, flatMap: 0, reduce: 1 }[callee.key]
  if (position === undefined) return undefined
  const list = engine.evaluate(callee.object, ctx)
  const item = list.is === 'list' ? anyItem(engine, list) : unknown('it is an item of a collection whose items are not known')
  return position === 0 ? [{ value: item }] : [{ value: unknown('it is the running value of `reduce`') }, { value: item }]
}

/** Any item of a list: which one is not known. */
export function anyItem(engine: Engine, list: List): Value {
  const items: { value: Value; via: 'branch' }[] = list.items.map((item) => ({ value: engine.force(item), via: 'branch' }))
  const further = list.every ? engine.force(list.every) : unknown('it is an item of a collection whose items are not known')
  return union(list.open || items.length === 0 ? [...items, { value: further, via: 'branch' }] : items)
}
