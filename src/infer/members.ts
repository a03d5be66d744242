import { sinceStored } from './aliases.js'
import { builtinMember } from './builtins.js'
import { callFunction } from './calls.js'
import { staticMember } from './classes.js'
import { root } from './context.js'
import type { Engine } from './engine.js'
import { identity } from './identity.js'
import { rowOf } from './indexing.js'
import { instanceMember } from './instances.js'
import { ofLibrary } from './library.js'
import { anyItem } from './lists.js'
import { propertyOf } from './objects.js'
import { primitiveMember } from './primitives.js'
import { mapValue } from './union.js'
import { literal, type Unknown, unknown, type Value } from './value.js'

/** `object.key`; the key is undefined when it is not known. */
export function memberOf(engine: Engine, object: Value, key: string | undefined): Value {
  return mapValue(object, (one) => memberOfOne(engine, one, key))
}

function memberOfOne(engine: Engine, object: Exclude<Value, { is: 'union' }>, key: string | undefined): Value {
  if (object.is === 'nothing') return object
  if (object.is === 'unknown') return memberOfUnknown(engine, object, key)
  if (key === undefined && object.is === 'tensor') return rowOf(object, key)
  if (key === undefined && object.is === 'list') return anyItem(engine, object)
  if (key === undefined) return unknown('which member is read here is known only when the program runs')
  switch (object.is) {
    case 'record': {
      if (object.map) return builtinMember(engine, object, key) ?? unknown(`\`.${key}\` of a \`Map\` is not followed`)
      const getter = object.fields.get(`get ${key}`)
      if (getter) return got(engine, engine.force(getter), object)
      const field = object.fields.get(key)
      if (field) return bound(sinceStored(engine, field), object)
      return (
        builtinMember(engine, object, key) ??
        (object.open ? unknown(`\`.${key}\` is read from an object that is not known whole`) : literal(undefined))
      )
    }
    case 'list':
      return listMember(engine, object, key)
    case 'instance':
      return instanceMember(engine, object, key)
    case 'class':
      return staticMember(engine, object, key)
    case 'library':
      return libraryMember(engine, object, key)
    case 'object':
      return propertyOf(engine, object, key)
    case 'tensor': {
      if (/^\d+$/.test(key)) return rowOf(object, key)
      const contract = engine.catalog.method(object.package, 'Tensor', key)
      if (contract?.property) return contract.gives === 'itself' ? object : unknown(`\`.${key}\` of a tensor is not followed`)
      return contract
        ? { is: 'method', contract, receiver: object }
        : (builtinMember(engine, object, key) ?? unknown(`\`.${key}\` of a tensor is not followed`))
    }
    case 'literal':
      return (
        primitiveMember(engine, object.value, key) ??
        builtinMember(engine, object, key) ??
        unknown(`\`.${key}\` of ${String(object.value)} is not followed`)
      )
    default:
      return builtinMember(engine, object, key) ?? unknown(`\`.${key}\` of this value is not followed`)
  }
}

function memberOfUnknown(engine: Engine, { fields, ...object }: Unknown, key: string | undefined): Value {
  const field = key === undefined ? undefined : fields?.get(key)
  return field ? sinceStored(engine, field) : object
}

/** A method of an object literal finds the object as `this`. */
function bound(value: Value, self: Value): Value {
  return value.is === 'function' && (!value.self || value.loose) ? { ...value, self, loose: true } : value
}

/** What the getter of an object literal gives. */
function got(engine: Engine, getter: Value, self: Value): Value {
  if (getter.is !== 'function') return unknown('the getter is not known')
  return callFunction(engine, { ...getter, self }, [], `get:${identity(self)}`, root)
}

/** A function of a library is bound to arguments like any other. */
function libraryMember(engine: Engine, object: Extract<Value, { is: 'library' }>, key: string): Value {
  const does = engine.graph.words.functions.get(key)
  const binds = does === 'binds to' && engine.catalog.lookup(object.package, object.path) !== undefined
  return binds ? { is: 'builtin', name: `function.${key}`, does, receiver: object } : ofLibrary(object.package, [...object.path, key])
}

function listMember(engine: Engine, list: Extract<Value, { is: 'list' }>, key: string): Value {
  if (engine.graph.words.members.get(key) === 'length of list')
    return list.open || list.grown || list.items.length === 0
      ? unknown('it is the length of a list that is not known whole')
      : literal(list.items.length)
  const index = Number(key)
  if (!Number.isInteger(index)) return builtinMember(engine, list, key) ?? unknown(`\`.${key}\` of a list is not followed`)
  const item = list.items[index]
  if (item !== undefined) return sinceStored(engine, item)
  if (list.every) return engine.force(list.every)
  return list.open || list.grown ? unknown('it is an item of a list that is not known whole') : literal(undefined)
}
