import { whenTrained } from './aliases.js'
import { libraryPart } from './bases.js'
import type { Engine } from './engine.js'
import { applyAny, applyObject } from './objects.js'
import { isThunk, type Lazy, type LibraryObject, literal, nothing, present, type Thunk, unknown, type Value } from './value.js'

/** What the model gives, or one of its outputs. */
export function outputOf(engine: Engine, model: Lazy, output: number | string | undefined): Value {
  const value = present(libraryPart(engine, whenTrained(engine, model)))
  if (value.is === 'union') {
    const outputs = value.options.map((option) => ({ ...option, value: outputOf(engine, option.value, output) }))
    return {
      is: 'union',
      options: outputs.flatMap((option) => (option.value.is === 'union' ? option.value.options : [{ ...option, value: option.value }])),
    }
  }
  if (value.is !== 'object') return value.is === 'unknown' ? value : unknown('the model is not known')
  const given = applyObject(engine, value, undefined)
  if (output === undefined) return given.is === 'list' && given.items.length === 1 ? engine.force(given.items[0]!) : given
  if (typeof output === 'number')
    return given.is === 'list' ? engine.force(given.items[output] ?? unknown('the model has no such output')) : given
  return namedOutput(engine, value, output) ?? unknown(`which layer makes the output \`${output}\` is not known`)
}

/** The output whose last layer has the name; every output's layer has to be known by name to tell. */
function namedOutput(engine: Engine, model: LibraryObject, name: string): Value | undefined {
  const option = model.made?.outputs === undefined ? undefined : model.options.get(model.made.outputs)
  const outputs = option === undefined ? undefined : engine.force(option)
  const lazies: readonly Lazy[] = outputs?.is === 'list' ? outputs.items : option === undefined ? (model.layers?.slice(-1) ?? []) : [option]
  for (const lazy of lazies) {
    const layer = isThunk(lazy) ? layerOf(engine, lazy) : lazy
    const value = layer === undefined ? nothing : engine.force(layer)
    const part = libraryPart(engine, value)
    const named = part.is === 'object' ? engine.force(part.options.get('name') ?? literal(undefined)) : undefined
    if (named?.is === 'literal' && named.value === name)
      return isThunk(lazy) ? engine.force(lazy) : applyAny(engine, value, undefined, 'the layer of the output')
  }
  return undefined
}

/** The layer whose `apply` made an output; of a sequential model's layer, the layer itself. */
function layerOf(engine: Engine, lazy: Thunk): Lazy | undefined {
  let node = engine.graph.node(lazy.node)
  while (node.type === 'alias' || node.type === 'changed') node = engine.graph.node(node.type === 'alias' ? node.value : node.object)
  if (node.type !== 'call') return undefined
  const callee = engine.graph.node(node.callee)
  return callee.type === 'member' && callee.key === 'apply' ? { node: callee.object, ctx: lazy.ctx } : lazy
}
