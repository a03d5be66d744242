import { lookingOn } from '../contracts/words.js'
import type { NodeOf } from '../graph/graph.js'
import type { Argument, Context } from './context.js'
import type { Engine } from './engine.js'
import { hookOf } from './hooks.js'
import { spreadItem } from './lists.js'
import { iterated } from './map-methods.js'
import { bindArguments } from './operations.js'
import { type Lazy, type LibraryObject, optionsOf, type Value } from './value.js'

/** An object after one of its methods: a layer added, the last one taken away. */
export function changedByMethod(engine: Engine, object: LibraryObject, method: string, args: readonly Argument[]): Value {
  const contract = engine.catalog.method(object.package, object.type, method)
  const { layers } = object
  const hook = hookOf(engine, object, method, args)
  if (hook) return { ...object, made: undefined, unknown: hook }
  if (!layers) return object
  if (!contract) return object.names && !lookingOn.has(method) ? withoutLayers(object) : object
  if (!contract.mutates) return object
  if (contract.mutates === 'remove-last') return withLayers(object, layers.slice(0, -1), object.names?.slice(0, -1))
  const { inputs, options } = bindArguments(engine, contract, undefined, args)
  const added = inputs.flatMap((item) => spreadItem(engine, item))
  const option = (name: string) => keyGiven(engine, options.get(name))
  switch (contract.mutates) {
    case 'append':
      return appended(object, layers, added)
    case 'named':
      return added[0] ? withLayerNamed(object, option('name'), added[0]) : withoutLayers(object)
    case 'extend':
      return extended(engine, object, layers, inputs)
    case 'insert': {
      const index = Number(option('index') ?? Number.NaN)
      if (!Number.isInteger(index)) return withoutLayers(object)
      return withLayers(object, [...layers.slice(0, index), ...added, ...layers.slice(index)])
    }
    case 'remove-at':
      return withoutLayerAt(object, options.has('key') ? option('key') : '-1')
    default:
      return object
  }
}

function keyGiven(engine: Engine, lazy: Lazy | undefined): string | undefined {
  const value = lazy && engine.force(lazy)
  return value?.is === 'literal' ? String(value.value) : undefined
}

function extended(engine: Engine, object: LibraryObject, layers: readonly Lazy[], [more]: readonly Lazy[]): Value {
  const list = more && iterated(engine, engine.force(more))
  return list?.is === 'list' && !list.open ? appended(object, layers, list.items) : withoutLayers(object)
}

function appended(object: LibraryObject, layers: readonly Lazy[], added: readonly Lazy[]): Value {
  const names = object.names && [...object.names, ...added.map((_, index) => String(layers.length + index))]
  return withLayers(object, [...layers, ...added], names)
}

/** A model whose layers are others; they are counted where they have no names of their own. */
function withLayers(object: LibraryObject, layers: readonly Lazy[], names?: readonly string[]): Value {
  return { ...object, layers, ...(object.names && { names: names ?? layers.map((_, index) => String(index)) }) }
}

/** A model with a layer under a name: in the place of the one that had it, or as its last. Of a name that is not known it is taken that it is new. */
function withLayerNamed(object: LibraryObject, name: string | undefined, layer: Lazy): Value {
  const { layers, names } = object
  if (!layers || !names) return withoutLayers(object)
  const at = name === undefined ? -1 : names.indexOf(name)
  if (at < 0) return { ...object, layers: [...layers, layer], names: [...names, name ?? ''] }
  return { ...object, layers: layers.map((each, index) => (index === at ? layer : each)) }
}

/** A model without the layer that a name or an index means. */
function withoutLayerAt(object: LibraryObject, key: string | undefined): Value {
  const { layers, names } = object
  const at = layers && key !== undefined ? positionOf(object, key) : undefined
  if (!layers || at === undefined || layers[at] === undefined) return withoutLayers(object)
  const left = names?.filter((_, index) => index !== at)
  const counted = names?.every((name, index) => name === String(index)) ? undefined : left
  return withLayers(
    object,
    layers.filter((_, index) => index !== at),
    counted,
  )
}

/** Where in a model the layer is that a name or an index means. */
function positionOf({ layers = [], names }: LibraryObject, key: string): number | undefined {
  const named = names?.indexOf(key) ?? -1
  return named >= 0 ? named : indexIn(layers, key)
}

/** The index that a key is; those below 0 count from the end. */
function indexIn(layers: readonly Lazy[], key: string | undefined): number | undefined {
  const index = Number(key)
  if (!Number.isInteger(index)) return undefined
  return index < 0 ? layers.length + index : index
}

/** A model whose layers are not known any more. */
export function withoutLayers({ layers: _, names: __, ...object }: LibraryObject): Value {
  return object
}

/** A model with named layers after one of its members was assigned; undefined where that leaves its layers what they are. */
export function withMemberAssigned(
  engine: Engine,
  object: LibraryObject,
  key: string | undefined,
  { value: node }: NodeOf<'assigned'>,
  ctx: Context,
): Value | undefined {
  if (!object.layers || !object.names) return undefined
  const { type } = engine.graph.node(node)
  if (key === undefined) return type === 'assigned' || type === 'changed' ? undefined : withoutLayers(object)
  const layer = { node, ctx }
  const at = positionOf(object, key)
  const values = optionsOf(engine.force(layer))
  if (values.length === 1 && values[0]!.is === 'literal') return at === undefined ? undefined : withoutLayerAt(object, key)
  if (at !== undefined) return withLayer(object, key, layer)
  return values.some((value) => value.is === 'object' || value.is === 'instance') ? withLayerNamed(object, key, layer) : undefined
}

/** A model of which one layer, known by its index, is another. */
export function withLayerAt(object: LibraryObject, key: string | undefined, layer: Lazy): Value | undefined {
  const { layers } = object
  const at = layers && indexIn(layers, key)
  if (!layers || at === undefined || layers[at] === undefined) return undefined
  return { ...object, layers: layers.map((each, position) => (position === at ? layer : each)) }
}

/** A model of which one layer, known by its name or index, is another. */
export function withLayer(object: LibraryObject, key: string, layer: Lazy): Value | undefined {
  return object.names?.includes(key) ? withLayerNamed(object, key, layer) : withLayerAt(object, key, layer)
}

/** The layer that has a name in a model. */
export function layerNamed({ layers, names }: LibraryObject, name: string): Lazy | undefined {
  return layers?.[names?.indexOf(name) ?? -1]
}
