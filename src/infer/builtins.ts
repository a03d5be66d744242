import { arrayMethods } from './array-methods.js'
import { runCallback, type Site } from './callbacks.js'
import type { Argument } from './context.js'
import { dictMethods } from './dict-methods.js'
import type { Engine } from './engine.js'
import { entriesOf, fromEntries, keysOf, repeated, valuesOf } from './lists.js'
import { iterated, makeMap, mapMethods } from './map-methods.js'
import { memberOf } from './members.js'
import { positional } from './parameters.js'
import { callPrimitive, callPure } from './primitives.js'
import { callSequence } from './sequences.js'
import { type Lazy, literal, mapValue, unknown, type Value } from './value.js'

type Builtin = Extract<Value, { is: 'builtin' }>

/** What the language itself gives every value: methods of arrays, functions and promises. */
export function builtinMember(object: Value, key: string): Value | undefined {
  if (object.is === 'builtin') return { is: 'builtin', name: `${object.name}.${key}` }
  if (key === 'then' || key === 'catch' || key === 'finally') return { is: 'builtin', name: `promise.${key}`, receiver: object }
  if (object.is === 'list' && key in arrayMethods) return { is: 'builtin', name: `array.${key}`, receiver: object }
  if (object.is === 'record' && object.map && key in mapMethods) return { is: 'builtin', name: `map.${key}`, receiver: object }
  if (object.is === 'record' && object.dict && key in dictMethods) return { is: 'builtin', name: `dict.${key}`, receiver: object }
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
  if (fn.receiver?.is === 'record' && fn.name.startsWith('map.'))
    return (
      mapMethods[fn.name.slice('map.'.length)]?.(fn.receiver, items, site) ??
      unknown(`what \`.${fn.name.slice('map.'.length)}\` gives of a \`Map\` is not followed`)
    )
  if (fn.receiver?.is === 'record' && fn.name.startsWith('dict.'))
    return (
      dictMethods[fn.name.slice('dict.'.length)]?.(fn.receiver, items, site) ??
      unknown(`what \`.${fn.name.slice('dict.'.length)}\` gives of a dictionary is not followed`)
    )
  if (fn.receiver?.is === 'library') return { ...fn.receiver, bound: [...(fn.receiver.bound ?? []), ...args.slice(1)] }
  if (fn.receiver?.is === 'function') return callThrough(fn.receiver, fn.name, items, site)
  if (fn.receiver?.is === 'literal' && fn.name.startsWith('constant.'))
    return callPrimitive(
      fn.receiver.value,
      fn.name.slice('constant.'.length),
      items.map((item) => engine.force(item)),
    )
  if (fn.receiver) return fn.name === 'promise.then' && first ? runCallback(first, [fn.receiver], site) : fn.receiver
  const given = first === undefined ? undefined : engine.force(first)
  if (fn.name === 'partial' && given) return boundTo(given, args.slice(1))
  if (fn.name === 'arguments') return items.length === 1 ? given! : { is: 'list', items, open: false }
  if (fn.name.startsWith('gradient ') && given)
    return mapValue(given, (one) => (one.is === 'function' ? { ...one, derived: fn.name === 'gradient beside' ? 'beside' : 'alone' } : one))
  const sequence = fn.receiver ? undefined : callSequence(fn.name, items, args, site)
  if (sequence) return sequence
  if (identities.has(fn.name)) return given ?? unknown(`what \`${fn.name}\` returns is not known`)
  if (fn.name === 'Object.values' && given?.is === 'record') return valuesOf(given)
  if (fn.name === 'Object.entries' && given?.is === 'record') return entriesOf(given)
  if (fn.name === 'Object.keys' && given) return keysOf(given)
  if (fn.name === 'Object.fromEntries' && given) return mapValue(given, (one) => fromEntries(engine, iterated(one)))
  if (fn.name === 'Map' || fn.name === 'WeakMap') return makeMap(engine, given)
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

/** A function with some of its arguments given. */
function boundTo(value: Value, args: readonly Argument[]): Value {
  return mapValue(value, (one) => {
    if (one.is === 'function' || one.is === 'library') return { ...one, bound: [...(one.bound ?? []), ...args] }
    return one.is === 'unknown' || one.is === 'nothing' ? one : unknown('what is bound to arguments is not known to be a function')
  })
}

function callThrough(fn: Extract<Value, { is: 'function' }>, name: string, items: readonly Lazy[], site: Site): Value {
  const { loose: _, ...plain } = fn
  const bound = items[0] === undefined ? fn : { ...plain, self: items[0] }
  if (name === 'function.bind')
    return items.length > 1 ? { ...bound, bound: [...(fn.bound ?? []), ...items.slice(1).map((value) => ({ value }))] } : bound
  if (name === 'function.call') return runCallback(bound, items.slice(1), site)
  const list = items[1] === undefined ? undefined : site.engine.force(items[1])
  return list?.is === 'list' ? runCallback(bound, list.items, site) : unknown('the arguments of `apply` are not known')
}

function arrayFrom(from: Value, fn: Lazy | undefined, site: Site): Value {
  const over = iterated(from)
  const list = over.is === 'record' ? repeated(memberOf(site.engine, over, 'length'), () => literal(undefined)) : over
  if (list.is !== 'list' || fn === undefined) return list
  return arrayMethods.map!(list, [fn], site) ?? unknown('what `Array.from` returns is not known')
}

/** An object after a function of the language that changes its first argument. */
export function changedByFunction(engine: Engine, name: string, object: Value, args: readonly Argument[]): Value {
  if (name === 'Object.assign') return assignAll([object, ...positional(engine, args.slice(1)).items.map((item) => engine.force(item))])
  if (name.startsWith('Object.definePropert') && object.is === 'record') return { is: 'record', fields: new Map(), open: true }
  return object
}
