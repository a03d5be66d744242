import type { NodeOf } from '../graph/graph.js'
import { libraryPart } from './bases.js'
import { argumentsOf, enterFunction } from './calls.js'
import type { Engine } from './engine.js'
import { applyLayers } from './objects.js'
import { argumentFor } from './parameters.js'
import { isThunk, keyIn, type Lazy, type LibraryObject, type Thunk, unknown, type Value } from './value.js'

/** Layers that are looked at for one of them, and steps on the way to where a value was made. */
const most = 64

/** A layer in a model, and what it gives there. */
interface Placed {
  layer: Lazy
  output: () => Lazy
}

/** The layer that a name or an index means, where the layers of a model are known; undefined where it is not. */
export function layerOf(engine: Engine, model: Value, which: Value): Value | undefined {
  if (model.is !== 'object' || which.is !== 'literal') return undefined
  const found =
    typeof which.value === 'number'
      ? inSequence(engine, model, which.value)
      : [...placedIn(engine, model)].find(({ layer }) => which.value !== undefined && nameOf(engine, layer) === which.value)
  const layer = found && libraryPart(engine, engine.force(found.layer))
  return layer?.is === 'object' ? { ...layer, output: found!.output() } : layer
}

/** The name that a layer was given; undefined where it is not written out. */
export function nameOf(engine: Engine, layer: Lazy): string | undefined {
  const part = libraryPart(engine, engine.force(layer))
  const option = part.is === 'object' ? part.options.get('name') : undefined
  const name = option && engine.force(option)
  return name?.is === 'literal' && typeof name.value === 'string' ? name.value : undefined
}

/** The layer whose application made a value; undefined where it is not known. */
export function layerBehind(engine: Engine, lazy: Lazy): (Placed & { input: Thunk | undefined }) | undefined {
  const made = isThunk(lazy) ? originOf(engine, lazy) : undefined
  const call = made && engine.graph.node(made.node)
  const callee = call?.type === 'call' ? engine.graph.node(call.callee) : undefined
  if (!made || call?.type !== 'call') return undefined
  const direct = libraryPart(engine, engine.evaluate(call.callee, made.ctx))
  const [given] = call.args
  if (direct.is === 'object')
    return { layer: { node: call.callee, ctx: made.ctx }, output: () => made, input: given && { node: given.node, ctx: made.ctx } }
  if (callee?.type !== 'member') return undefined
  const method = engine.evaluate(call.callee, made.ctx)
  if (method.is !== 'method' || method.contract.gives !== 'applied') return undefined
  const [input] = call.args
  return { layer: { node: callee.object, ctx: made.ctx }, output: () => made, input: input && { node: input.node, ctx: made.ctx } }
}

function inSequence(engine: Engine, { layers = [] }: LibraryObject, index: number): Placed | undefined {
  const layer = layers[index]
  return layer && { layer, output: () => applyLayers(engine, layers, index, unknown('it is an input of the model')) }
}

/** The layers of a model: of a list in order, of a graph from its outputs back as far as it can be seen. */
function* placedIn(engine: Engine, model: LibraryObject): Generator<Placed> {
  for (const index of model.layers?.keys() ?? []) yield inSequence(engine, model, index)!
  const outputs = model.made?.outputs === undefined ? undefined : model.options.get(model.made.outputs)
  const open: Lazy[] = outputs ? [outputs] : []
  for (let at = open.pop(), steps = 0; at && steps < most; at = open.pop(), steps++) {
    const value = engine.force(at)
    if (value.is === 'list') open.push(...value.items)
    const behind = layerBehind(engine, at)
    if (!behind) continue
    yield behind
    if (behind.input) open.push(behind.input)
  }
}

/** Where a value was made, through names, members, parameters and functions that return it. */
function originOf(engine: Engine, from: Thunk): Thunk {
  let at = from
  for (let steps = 0; steps < most; steps++) {
    const next = before(engine, at)
    if (!next) break
    at = next
  }
  return at
}

function before(engine: Engine, { node: id, ctx }: Thunk): Thunk | undefined {
  const node = engine.graph.node(id)
  switch (node.type) {
    case 'alias':
      return { node: node.value, ctx }
    case 'changed':
      return { node: node.object, ctx }
    case 'member':
      return asThunk(memberIn(engine, engine.evaluate(node.object, ctx), node, ctx))
    case 'parameter':
      return argumentFor(engine, node, ctx)
    case 'call': {
      const callee = engine.evaluate(node.callee, ctx)
      const fn = callee.is === 'function' ? engine.graph.node(callee.node) : undefined
      if (callee.is !== 'function' || fn?.type !== 'function' || fn.definition.result === null) return undefined
      const inside = enterFunction(engine, callee, argumentsOf(node, ctx), `${id}:${ctx.id}`, ctx, { event: id })
      return inside && { node: fn.definition.result, ctx: inside }
    }
    default:
      return undefined
  }
}

function memberIn(engine: Engine, object: Value, { key: written }: NodeOf<'member'>, ctx: Thunk['ctx']): Lazy | undefined {
  const key = typeof written === 'string' ? written : keyIn(engine.evaluate(written, ctx))
  if (key === undefined) return undefined
  if (object.is === 'record' || object.is === 'instance') return object.fields.get(key)
  return object.is === 'list' ? object.items[Number(key)] : undefined
}

function asThunk(lazy: Lazy | undefined): Thunk | undefined {
  return lazy && isThunk(lazy) ? lazy : undefined
}
