import { whenTrained } from './aliases.js'
import { libraryPart, methodCalled } from './bases.js'
import type { Engine } from './engine.js'
import { layerBehind, nameOf } from './layers.js'
import { applyAny } from './objects.js'
import { present } from './union.js'
import { type Lazy, type LibraryObject, unknown, type Value } from './value.js'

/** What the model gives, or one of its outputs. */
export function outputOf(engine: Engine, model: Lazy, output: number | string | undefined): Value {
  const whole = present(whenTrained(engine, model))
  const ownCall = whole.is === 'instance' && methodCalled(engine, whole) !== undefined
  const value = ownCall ? whole : present(libraryPart(engine, whole))
  if (value.is === 'union') {
    const outputs = value.options.map((option) => ({ ...option, value: outputOf(engine, option.value, output) }))
    return {
      is: 'union',
      options: outputs.flatMap((option) => (option.value.is === 'union' ? option.value.options : [{ ...option, value: option.value }])),
    }
  }
  if (value.is !== 'object' && value.is !== 'instance') return value.is === 'unknown' ? value : unknown('the model is not known')
  const given = applyAny(engine, value, undefined, 'the model')
  if (output === undefined) return given
  if (typeof output === 'number')
    return given.is === 'list' ? engine.force(given.items[output] ?? unknown('the model has no such output')) : given
  const named = value.is === 'object' ? namedOutput(engine, value, output) : undefined
  return named ?? unknown(`which layer makes the output \`${output}\` is not known`)
}

/** The output whose last layer has the name; every output's layer has to be known by name to tell. */
function namedOutput(engine: Engine, model: LibraryObject, name: string): Value | undefined {
  const option = model.made?.outputs === undefined ? undefined : model.options.get(model.made.outputs)
  const outputs = option === undefined ? undefined : engine.force(option)
  const lazies: readonly Lazy[] = outputs?.is === 'list' ? outputs.items : option === undefined ? (model.layers?.slice(-1) ?? []) : [option]
  for (const lazy of lazies) {
    const layer = layerBehind(engine, lazy)?.layer ?? lazy
    if (nameOf(engine, layer) !== name) continue
    return layer === lazy ? applyAny(engine, engine.force(layer), undefined, 'the layer of the output') : engine.force(lazy)
  }
  return undefined
}
