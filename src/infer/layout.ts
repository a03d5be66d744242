import type { Facts } from '../claims.js'
import type { Contract, Made } from '../contracts/contract.js'
import { dtypeAfter } from './dtypes.js'
import type { Engine } from './engine.js'
import { type Axes, axesOf, taken } from './known-shapes.js'
import { type Axis, more, reordering, type Shaping, shapedBy } from './shape-rules.js'
import { lastAxisOf } from './sizes.js'
import { mapValue } from './union.js'
import { type Lazy, nothing, type Tensor, type Value } from './value.js'

/** The arguments of a call, and the layer that is applied where it is one. */
interface Applied {
  inputs: readonly Lazy[]
  options: ReadonlyMap<string, Lazy>
  made?: Made
}

/** The result of a call with the axes and the type of numbers that its contract tells. */
export function laidOut(engine: Engine, contract: Contract, applied: Applied, result: Value): Value {
  const shaped = contract.shape ? withShape(engine, contract, applied, result) : withoutShape(contract, result)
  return contract.dtype !== undefined || applied.options.has('dtype') ? withDtype(engine, contract, applied, shaped) : shaped
}

/** Of what no rule tells the shape only that of written numbers is known, and that of what is handed on as it is. */
function withoutShape({ gives, rank }: Contract, result: Value): Value {
  return mapValue(result, (one) => {
    if (one.is !== 'tensor' || one.literal) return one
    const { shape, ...facts } = one.facts
    return { ...one, facts: { ...facts, ...(shape && gives === 'itself' && { shape }), ...(rank !== undefined && { rank }) } }
  })
}

function withShape(engine: Engine, contract: Contract, { inputs, options, made }: Applied, result: Value): Value {
  const values = axesIn(engine, contract, inputs)
  const classes = made ? made.units : contract.classes
  const units = (classes === undefined ? undefined : lastAxisOf(engine, { classes }, options)) ?? null
  const call: Shaping = { engine, contract, options, shapes: values.map(({ shape }) => shape), units }
  const axes = isOther(engine, contract, options) ? undefined : shapedBy(contract.shape!, call)
  const from = inputs[0] && engine.force(inputs[0])
  const rank = reordering.has(contract.shape) ? axes?.length : values[0]?.shape?.length
  return mapValue(result, (one) => {
    if (one.is !== 'tensor' || one.literal) return one
    if (!axes) return { ...one, facts: { ...withoutAxes(one.facts), ...leastRank(contract, call, values) } }
    const { axis: made, ...facts } = withoutAxes(one.facts)
    const axis = isMoved(contract) ? axisAfter(from, rank, axes, made) : made
    const laid = { ...one, facts: { ...facts, shape: axes.map(({ size }) => size), ...(axis !== undefined && { axis }) } }
    return axis !== undefined && from?.is === 'tensor' && reordering.has(contract.shape) ? { ...laid, claims: from.claims } : laid
  })
}

/** Whether an option makes something else of the result than a tensor of that shape. */
function isOther(engine: Engine, { shapeUnless }: Contract, options: ReadonlyMap<string, Lazy>): boolean {
  const given = shapeUnless === undefined ? undefined : options.get(shapeUnless)
  const value = given && engine.force(given)
  return value !== undefined && !(value.is === 'literal' && !value.value)
}

/** What is known of the axes of a call's values. Of a product the second one is looked at only where the first tells any size. */
function axesIn(engine: Engine, contract: Contract, inputs: readonly Lazy[]): Axes[] {
  const axes = (value: Value) => taken(contract, axesOf(value))
  if (contract.shape !== 'product') return valuesIn(engine, inputs).map(axes)
  const [first, ...others] = inputs
  const left = axes(first ? engine.force(first) : nothing)
  const isSized = left.shape?.some((size) => size !== null) ?? false
  return [left, ...others.map((other) => axes(isSized ? engine.force(other) : nothing))]
}

/** The values of a call; those of a list where they come in one. */
function valuesIn(engine: Engine, inputs: readonly Lazy[]): Value[] {
  const values = inputs.map((input) => engine.force(input))
  const [list] = values
  if (list?.is !== 'list' || values.length > 1) return values
  return list.open || list.grown ? [] : list.items.map((item) => engine.force(item))
}

function withoutAxes({ shape: _, rank: __, ...facts }: Facts): Facts {
  return facts
}

function leastRank(contract: Contract, call: Shaping, values: readonly Axes[]): Facts {
  const [first] = values
  const further = more(contract.shape!, call)
  const own = first && further !== undefined ? first.least + further : 0
  const widest = contract.shape === 'broadcast' ? Math.max(0, ...values.map(({ least }) => least)) : 0
  const rank = Math.max(contract.rank ?? 0, own, widest)
  return rank > 0 ? { rank } : {}
}

/** Whether a call only moves entries, so that what was normalised along an axis still is along one of the axes. */
function isMoved({ gives, shape }: Contract): boolean {
  return gives === 'same' || reordering.has(shape)
}

/**
 * The axis along which the entries are normalised after they were moved. One that was merged with others counts only where the
 * last axis shows that it is another.
 */
function axisAfter(from: Value | undefined, rank: number | undefined, axes: readonly Axis[], made: number | undefined): number | undefined {
  const axis = from?.is === 'tensor' ? from.facts.axis : undefined
  if (axis === undefined || rank === undefined) return made
  const old = axis < 0 ? axis + rank : axis
  const now = axes.findIndex(({ of }) => of.includes(old))
  if (now < 0) return undefined
  const { of } = axes[now]!
  const isLast = now === axes.length - 1
  if (of.length > 1) return isLast ? made : now
  if (isLast) return -1
  return now === old ? (axis < 0 ? now : axis) : now
}

function withDtype(engine: Engine, contract: Contract, { inputs, options }: Applied, result: Value): Value {
  const dtype = dtypeAfter(engine, contract, inputs, options)
  return mapValue(result, (one) => {
    if (one.is !== 'tensor') return one
    const { dtype: _, ...facts }: Tensor['facts'] = one.facts
    return {
      ...one,
      facts: { ...facts, ...(dtype !== undefined && { dtype }) },
      ...(one.literal && { literal: { ...one.literal, dtype: dtype ?? 'number' } }),
    }
  })
}
