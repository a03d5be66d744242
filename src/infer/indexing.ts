import type { NodeId, NodeOf } from '../graph/graph.js'
import type { Shape } from '../shapes.js'
import type { Context } from './context.js'
import type { Engine } from './engine.js'
import { memberOf } from './members.js'
import { runByLanguage } from './run-by-language.js'
import { part } from './tensors.js'
import { mapValue } from './union.js'
import { isEmpty, type Lazy, type LibraryObject, type List, literal, type Tensor, unknown, type Value } from './value.js'

/** What an index takes of an axis: all of it, a stretch, one entry, what a mask or a list of numbers picks; or it adds an axis. */
type Taken = 'all' | 'stretch' | 'entry' | 'some' | 'new' | 'rest'

/** `o[i]`, `o[a:b]`, `o[:, -1]`: operands are the object, then one for each index. */
export function evaluateIndex(engine: Engine, { operands }: NodeOf<'operator'>, ctx: Context): Value {
  const [object, ...indices] = operands
  return mapValue(engine.evaluate(object!, ctx), (one) => {
    if (one.is === 'tensor')
      return indexed(
        one,
        indices.map((index) => takenBy(engine, index, ctx)),
      )
    const [index] = indices
    const item =
      one.is === 'instance' &&
      index !== undefined &&
      indices.length === 1 &&
      runByLanguage(engine, one, 'item of object', [{ node: index, ctx }])
    if (item) return item
    const list: Value = one.is === 'object' && one.layers ? { is: 'list', items: one.layers, open: false } : one
    if (list.is !== 'list' || indices.length !== 1) return one.is === 'unknown' || one.is === 'nothing' ? one : unknown(ofIndex)
    const found = picked(engine, list, indices[0]!, ctx)
    // A part of a model is a model of these layers.
    return found.is === 'list' && one.is === 'object' && isSlice(engine, indices[0]!) ? partOf(one, found.items) : found
  })
}

function partOf(model: LibraryObject, layers: readonly Lazy[]): Value {
  const names = model.names && layers.map((layer) => model.names![model.layers!.indexOf(layer)]!)
  return { ...model, layers, ...(names && { names }) }
}

/** A list after a stretch of it was replaced. */
export function withSlice(engine: Engine, _list: List, slice: NodeId, value: Lazy, ctx: Context): Value {
  const given = engine.force(value)
  return takenBy(engine, slice, ctx) === 'all' && given.is === 'list' ? given : { is: 'list', items: [], open: true }
}

const ofIndex = 'what is taken out of it is known only when the program runs'

export function isSlice(engine: Engine, index: NodeId): boolean {
  const node = engine.graph.node(index)
  return node.type === 'operator' && node.operator === 'slice'
}

/** An item of a list, counted from the end where the number is negative, or a stretch of it. */
function picked(engine: Engine, list: List, index: NodeId, ctx: Context): Value {
  const node = engine.graph.node(index)
  if (node.type === 'operator' && node.operator === 'slice') {
    const bounds = node.operands.map((bound) => engine.evaluate(bound, ctx))
    const [from, to, step] = bounds.map((bound) => (bound.is === 'literal' && typeof bound.value === 'number' ? bound.value : undefined))
    if (list.open || !bounds.every((bound) => isEmpty(bound) || bound.is === 'literal')) return { ...list, open: true }
    if (step === 0 || (list.grown && step !== undefined)) return { ...list, items: [], open: true }
    return { ...list, items: stretch(list.items, from, to, step) }
  }
  const at = engine.evaluate(index, ctx)
  if (at.is !== 'literal' || typeof at.value !== 'number' || list.open || list.grown) return unknown(ofIndex)
  return memberOf(engine, list, String(at.value < 0 ? list.items.length + at.value : at.value))
}

/** What a slice takes of so many items. */
function stretch<T>(items: readonly T[], from: number | undefined, to: number | undefined, step = 1): T[] {
  const { length } = items
  const inside = (bound: number) =>
    Math.min(Math.max(bound < 0 ? length + bound : bound, step < 0 ? -1 : 0), step < 0 ? length - 1 : length)
  const end = to === undefined ? (step < 0 ? -1 : length) : inside(to)
  const taken: T[] = []
  for (let at = from === undefined ? (step < 0 ? length - 1 : 0) : inside(from); step < 0 ? at > end : at < end; at += step)
    taken.push(items[at]!)
  return taken
}

export function takenBy(engine: Engine, index: NodeId, ctx: Context): Taken {
  const node = engine.graph.node(index)
  if (node.type === 'operator' && node.operator === 'slice')
    return node.operands.every((bound) => isEmpty(engine.evaluate(bound, ctx))) ? 'all' : 'stretch'
  const value = engine.evaluate(index, ctx)
  if (value.is !== 'literal') return 'some'
  return value.value === null ? 'new' : value.value === '...' ? 'rest' : 'entry'
}

/** A tensor of which an index took something. Rows that were taken whole stay what they are. */
function indexed(tensor: Tensor, taken: readonly Taken[]): Value {
  const axes = taken.filter((each) => each !== 'new')
  const { literal: _, ...rest } = tensor
  const shape = shapeAfter(tensor.facts.shape, taken)
  const sized = (one: Tensor): Tensor => (shape ? { ...one, facts: { ...one.facts, shape } } : one)
  const whole: Tensor = sized({ ...rest, facts: withoutShape(tensor, taken.includes('new')) })
  const fromEnd = axes.includes('rest')
  const cut = axes.map((each, index) => ({ each, index })).filter(({ each }) => each !== 'all' && each !== 'rest')
  if (cut.length === 0) return whole
  const last = axes.at(-1)
  // The first axis is that of the rows, and the last one is untouched where all of it is taken in the end.
  const rowsOnly = !fromEnd && cut.every(({ index }) => index === 0)
  const axis = tensor.facts.axis
  const besideClasses = last === 'all' && (axis === undefined || axis < 0)
  if (!rowsOnly && !besideClasses) return sized(part(whole))
  if (axis === undefined || axis < 0 || !cut.some(({ each }) => each === 'entry')) return whole
  // With an axis gone, it is another that has the number.
  const { axis: __, ...facts } = whole.facts
  return { ...whole, facts }
}

/** The sizes of what indices take; undefined where it is not known how many axes it has. */
function shapeAfter(shape: Shape | undefined, taken: readonly Taken[]): Shape | undefined {
  const axes = taken.filter((each) => each !== 'new' && each !== 'rest').length
  if (!shape || axes > shape.length || taken.includes('some')) return undefined
  const all = Array<Taken>(shape.length - axes).fill('all')
  const full = taken.includes('rest') ? taken.flatMap((each) => (each === 'rest' ? all : [each])) : [...taken, ...all]
  let at = 0
  return full.flatMap((each) => {
    if (each === 'new') return [1]
    const size = shape[at++] ?? null
    return each === 'entry' ? [] : [each === 'all' ? size : null]
  })
}

/** The facts of a tensor of other sizes; where there are more axes, it is another that has the number. */
function withoutShape({ facts }: Tensor, moved: boolean): Tensor['facts'] {
  const { shape: _, rank: __, axis, ...others } = facts
  return axis === undefined || (moved && axis >= 0) ? others : { ...others, axis }
}

/** A tensor of which an item was read by its number: a row of it; or rows, where it is not known what the index is. */
export function rowOf(tensor: Tensor, key: string | undefined): Value {
  return indexed(tensor, [key === undefined ? 'some' : 'entry'])
}

/** Whether a value is among those of a collection. */
export function contains(container: Value, item: Value, engine: Engine): Value | undefined {
  if (item.is !== 'literal') return undefined
  if (container.is === 'record' && !container.open) return literal(container.fields.has(String(item.value)))
  if (container.is === 'literal' && typeof container.value === 'string') return literal(container.value.includes(String(item.value)))
  if (container.is !== 'list' || container.open || container.grown) return undefined
  const items = container.items.map((each) => engine.force(each))
  return items.every((each) => each.is === 'literal')
    ? literal(items.some((each) => each.is === 'literal' && each.value === item.value))
    : undefined
}
