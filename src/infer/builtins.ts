import { type Does, specialNamed, type Words } from '../graph/language.js'
import { arrayMethods } from './array-methods.js'
import { runCallback, type Site } from './callbacks.js'
import type { Argument } from './context.js'
import { dictMethods } from './dict-methods.js'
import type { Engine } from './engine.js'
import { entriesOf, fromEntries, keysOf, repeated, valuesOf } from './lists.js'
import { iterated, makeMap, mapMethods } from './map-methods.js'
import { memberOf } from './members.js'
import { positional } from './parameters.js'
import { callConstant, callPure } from './primitives.js'
import { sequences } from './sequences.js'
import { mapValue } from './union.js'
import { type Lazy, literal, unknown, type Value } from './value.js'

type Builtin = Extract<Value, { is: 'builtin' }>

/** A function of the language that is called by its name. */
export function builtinNamed({ globals }: Words, name: string): Builtin {
  const does = globals.get(name)
  return { is: 'builtin', name, ...(does && { does }) }
}

/** What the language itself gives every value: methods of arrays, functions and promises. */
export function builtinMember({ graph: { words } }: Engine, object: Value, key: string): Value | undefined {
  if (object.is === 'builtin') return builtinNamed(words, `${object.name}.${key}`)
  const made = (of: 'promise' | 'array' | 'map' | 'dict' | 'function', does: Does | undefined): Value | undefined =>
    does && { is: 'builtin', name: `${of}.${key}`, does, receiver: object }
  const followed = <T>(methods: Readonly<Partial<Record<Does, T>>>, does: Does | undefined) => (does && does in methods ? does : undefined)
  if (words.promises.has(key)) return made('promise', words.promises.get(key))
  if (object.is === 'list') return made('array', followed(arrayMethods, words.lists.get(key)))
  if (object.is === 'record' && object.map) return made('map', followed(mapMethods, words.maps.get(key)))
  if (object.is === 'record' && object.dict) return made('dict', followed(dictMethods, words.dictionaries.get(key)))
  return object.is === 'function' ? made('function', words.functions.get(key)) : undefined
}

export function callBuiltin(fn: Builtin, args: readonly Argument[], site: Site): Value {
  const { items } = positional(site.engine, args)
  if (fn.receiver) return callMethod(fn, fn.receiver, args, items, site)
  const given = items[0] === undefined ? undefined : site.engine.force(items[0])
  if (fn.name === 'arguments') return items.length === 1 ? given! : { is: 'list', items, open: false }
  if (fn.name.startsWith('gradient ') && given)
    return mapValue(given, (one) => (one.is === 'function' ? { ...one, derived: fn.name === 'gradient beside' ? 'beside' : 'alone' } : one))
  const made = fn.does && (sequences[fn.does]?.(items, site, args) ?? functions[fn.does]?.(given, items, site, args))
  const values = () => items.map((item) => site.engine.force(item))
  return made ?? callPure(site.engine, fn.name, values()) ?? unknown(`what \`${fn.name}\` returns is not known`)
}

function callMethod({ name, does }: Builtin, receiver: Value, args: readonly Argument[], items: readonly Lazy[], site: Site): Value {
  const key = name.slice(name.indexOf('.') + 1)
  if (does === 'passes on') return items[0] ? runCallback(items[0], [receiver], site) : receiver
  if (does === 'watches over') return receiver
  const lost = (of: string) => unknown(`what \`.${key}\` gives of ${of} is not followed`)
  switch (receiver.is) {
    case 'list':
      return (does && arrayMethods[does]?.(receiver, items, site)) ?? lost('a list')
    case 'record':
      return (
        (does && (receiver.map ? mapMethods : dictMethods)[does]?.(receiver, items, site)) ??
        lost(receiver.map ? 'a `Map`' : 'a dictionary')
      )
    case 'library':
      return { ...receiver, bound: [...(receiver.bound ?? []), ...args.slice(1)] }
    case 'function':
      return callThrough(receiver, does, items, site)
    case 'literal':
      return callConstant(
        site.engine,
        receiver.value,
        key,
        items.map((item) => site.engine.force(item)),
      )
    default:
      return receiver
  }
}

type Made = (given: Value | undefined, items: readonly Lazy[], site: Site, args: readonly Argument[]) => Value | undefined

/** What functions of a language do with their first argument, beside those that make sequences. */
const functions: { readonly [D in Does]?: Made } = {
  'binds arguments': (given, _, __, args) => given && boundTo(given, args.slice(1)),
  'hands on': (given) => given,
  'gives values': (given) => (given?.is === 'record' ? valuesOf(given) : undefined),
  'gives entries': (given) => (given?.is === 'record' ? entriesOf(given) : undefined),
  'gives keys': (given) => given && keysOf(given),
  'takes entries': (given, _, { engine }) => given && mapValue(given, (one) => fromEntries(engine, iterated(engine, one))),
  'makes map': (given, _, { engine }) => makeMap(engine, given),
  'adds members': (_, items, { engine }) => assignAll(items.map((item) => engine.force(item))),
  'makes list from': (given, [, fn], site) => given && arrayFrom(given, fn, site),
  'makes list of length': (given, items) =>
    given && (items.length > 1 ? { is: 'list', items, open: false } : repeated(given, () => literal(undefined))),
  'makes list of arguments': (_, items) => ({ is: 'list', items, open: false }),
  'tells whether list': (given) =>
    given && mapValue(given, (one) => (one.is === 'unknown' || one.is === 'nothing' ? one : literal(one.is === 'list'))),
}

function assignAll([target, ...sources]: readonly Value[]): Value {
  return sources.reduce(
    (made, source) => mapValue(made, (object) => mapValue(source, (one) => assigned(object, one))),
    target ?? unknown('members are copied to nothing'),
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

/** A function with some of its arguments given. */
function boundTo(value: Value, args: readonly Argument[]): Value {
  return mapValue(value, (one) => {
    if (one.is === 'function' || one.is === 'library') return { ...one, bound: [...(one.bound ?? []), ...args] }
    return one.is === 'unknown' || one.is === 'nothing' ? one : unknown('what is bound to arguments is not known to be a function')
  })
}

function callThrough(fn: Extract<Value, { is: 'function' }>, does: Does | undefined, items: readonly Lazy[], site: Site): Value {
  const { loose: _, ...plain } = fn
  const bound = items[0] === undefined ? fn : { ...plain, self: items[0] }
  if (does === 'binds to')
    return items.length > 1 ? { ...bound, bound: [...(fn.bound ?? []), ...items.slice(1).map((value) => ({ value }))] } : bound
  if (does === 'calls on') return runCallback(bound, items.slice(1), site)
  const list = items[1] === undefined ? undefined : site.engine.force(items[1])
  return list?.is === 'list' ? runCallback(bound, list.items, site) : unknown('the arguments of the call are not known')
}

function arrayFrom(from: Value, fn: Lazy | undefined, site: Site): Value {
  const over = iterated(site.engine, from)
  const list =
    over.is === 'record'
      ? repeated(memberOf(site.engine, over, specialNamed(site.engine.graph.words, 'length of list')[0]), () => literal(undefined))
      : over
  if (list.is !== 'list' || fn === undefined) return list
  return arrayMethods['maps each']!(list, [fn], site) ?? unknown('what is made of each item of the list is not known')
}

/** An object after a function of the language that changes its first argument. */
export function changedByFunction(engine: Engine, does: Does | undefined, object: Value, args: readonly Argument[]): Value {
  if (does === 'adds members') return assignAll([object, ...positional(engine, args.slice(1)).items.map((item) => engine.force(item))])
  return does === 'defines members' && object.is === 'record' ? { is: 'record', fields: new Map(), open: true } : object
}
