import type { Contract } from '../contracts/contract.js'
import type { ShapeRule } from '../contracts/layout.js'
import { broadcastShape, type Shape } from '../shapes.js'
import type { Engine } from './engine.js'
import { sizesIn } from './known-shapes.js'
import { isEmpty, type Lazy } from './value.js'

/** An axis of a result: its size, and the axes of the first value that it is made of. */
export interface Axis {
  size: number | null
  of: readonly number[]
}

/** A call whose result's shape is wanted. */
export interface Shaping {
  engine: Engine
  contract: Contract
  options: ReadonlyMap<string, Lazy>
  /** Shapes of the values, where they are known; of a list of values those of its items. */
  shapes: readonly (Shape | undefined)[]
  /** Size of the axis that the weights make, where it is known. */
  units: number | null
}

type Rule = (axes: readonly Axis[], call: Shaping) => readonly Axis[] | undefined

/** The axes of a result; undefined where it is not known how many there are. */
export function shapedBy(rule: ShapeRule, call: Shaping): readonly Axis[] | undefined {
  if (Object.hasOwn(free, rule)) return free[rule]!(call)
  const [input] = call.shapes
  return input && following[rule]?.(axesOf(input), call)
}

/** Rules by which every row stays whole, and only its place changes. */
export const reordering: ReadonlySet<ShapeRule | undefined> = new Set(['swapped', 'turned', 'permuted', 'moved'] as const)

/** Axes that a result has at least beyond those that its input has at least; undefined where that is not known. */
export function more(rule: ShapeRule, call: Shaping): number | undefined {
  if (rule === 'reduced' || rule === 'squeezed') {
    const dims = sizesIn(call.engine, optionAt(call, 0))
    return dims && -dims.length
  }
  return growth[rule]
}

const growth: Partial<Record<ShapeRule, number>> = {
  ...Object.fromEntries(
    (['same', 'last', 'channels', 'space', 'images', 'rank', 'swapped', 'turned', 'moved'] as const).map((rule) => [rule, 0]),
  ),
  further: 1,
  unsqueezed: 1,
}

/** Rules that tell the axes without those of the first value. */
const free: Partial<Record<ShapeRule, (call: Shaping) => readonly Axis[] | undefined>> = {
  sizes: (call) => {
    const sizes = sizesIn(call.engine, optionAt(call, 0))
    return sizes && cutAnew(call.shapes[0], sizes)
  },
  listed: ({ engine, contract, options }) => {
    const given = contract.takes.map(({ name }) => options.get(name)).find((each) => each && engine.force(each).is === 'list')
    return made(sizesIn(engine, given))
  },
  row: (call) => made([optionAt(call, 1) === undefined ? sizeAt(call, 0) : null]),
  table: (call) => made([sizeAt(call, 0), sizeAt(call, optionAt(call, 1) === undefined ? 0 : 1)]),
  broadcast: ({ shapes }) => {
    if (shapes.length === 0 || shapes.includes(undefined)) return undefined
    const all = (shapes as readonly Shape[]).reduce<Shape | undefined>((a, b) => a && broadcastShape(a, b), [])
    const [first] = shapes
    return all?.map((size, at) => ({ size, of: all.length === first!.length ? [at] : [] }))
  },
  permuted: (call) => {
    const order = sizesIn(call.engine, optionAt(call, 0))
    const [input = order?.map(() => null)] = call.shapes
    const axes = order?.map((axis) => input && at(axesOf(input), axis))
    return axes?.every((axis) => axis !== undefined) ? axes : undefined
  },
  flattened: (call) => {
    const [from, to] = [numberAt(call, 0), numberAt(call, 1)]
    const [input] = call.shapes
    if (from === undefined || to === undefined) return undefined
    if (input) return merged(axesOf(input), from, to)
    return from >= 0 && to === -1 ? made(Array<null>(from + 1).fill(null)) : undefined
  },
  joined: (call) => {
    const dim = numberAt(call, 0)
    const all = known(call.shapes)
    const along = all && dim !== undefined ? place(all[0]!.length, dim) : undefined
    if (!all || along === undefined) return undefined
    const sizes = all.map((shape) => shape[along] ?? null)
    const total = sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size), 0)
    return all[0]!.map((size, axis) => (axis === along ? { size: total, of: [] } : { size, of: [axis] }))
  },
  stacked: (call) => {
    const all = known(call.shapes)
    const dim = numberAt(call, 0)
    return all && dim !== undefined ? inserted(axesOf(all[0]!), dim, all.length) : undefined
  },
  product: ({ shapes: [a, b] }) => made(a && b && productOf(a, b)),
}

/** Rules that need the axes of the first value. */
const following: Partial<Record<ShapeRule, Rule>> = {
  same: (axes) => axes,
  rank: (axes) => axes.map(ofAnySize),
  last: (axes, { units }) => (axes.length === 0 ? undefined : axes.with(-1, { size: units, of: [] })),
  further: (axes, { units }) => [...axes, { size: units, of: [] }],
  images: (axes) => axes.map((axis, index) => (index < 2 ? axis : ofAnySize(axis))),
  space: (axes, { contract }) => axes.map((axis, index) => (index < axes.length - spaceOf(contract) ? axis : ofAnySize(axis))),
  channels: (axes, { contract, units }) => {
    const channel = axes.length - spaceOf(contract) - 1
    return axes.map((axis, index) => (index < channel ? axis : { size: index === channel ? units : null, of: [] }))
  },
  swapped: (axes, call) => {
    const [one, other] = [numberAt(call, 0), numberAt(call, 1)].map((dim) => dim !== undefined && place(axes.length, dim))
    if (typeof one !== 'number' || typeof other !== 'number') return undefined
    return axes.with(one, axes[other]!).with(other, axes[one]!)
  },
  turned: (axes) => (axes.length < 2 ? axes : [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!]),
  moved: (axes, call) => {
    const [from, to] = [numberAt(call, 0), numberAt(call, 1)].map((dim) => dim !== undefined && place(axes.length, dim))
    return typeof from === 'number' && typeof to === 'number' ? axes.toSpliced(from, 1).toSpliced(to, 0, axes[from]!) : undefined
  },
  squeezed: (axes, call) => {
    const dim = optionAt(call, 0)
    if (dim === undefined) return axes.every(({ size }) => size !== null) ? axes.filter(({ size }) => size !== 1) : undefined
    const along = placeAt(axes, call, 0)
    if (along === undefined || axes[along]!.size === null) return undefined
    return axes[along]!.size === 1 ? axes.toSpliced(along, 1) : axes
  },
  unsqueezed: (axes, call) => {
    const dim = numberAt(call, 0)
    return dim === undefined ? undefined : inserted(axes, dim, 1)
  },
  reduced: (axes, call) => {
    const kept = optionAt(call, 1)
    const keeps = kept && call.engine.force(kept)
    if (keeps && (keeps.is !== 'literal' || typeof keeps.value !== 'boolean')) return undefined
    const dims = optionAt(call, 0) === undefined ? axes.map((_, axis) => axis) : sizesIn(call.engine, optionAt(call, 0))
    const gone = dims?.map((dim) => (dim === null ? undefined : place(axes.length, dim)))
    if (!gone || gone.includes(undefined)) return undefined
    if (keeps?.is === 'literal' && keeps.value === true)
      return axes.map((axis, index) => (gone.includes(index) ? { size: 1, of: [] } : axis))
    return axes.filter((_, axis) => !gone.includes(axis))
  },
  expanded: (axes, call) => {
    const sizes = sizesIn(call.engine, optionAt(call, 0))
    return sizes?.map((size, index) => {
      const from = index - (sizes.length - axes.length)
      return { size: size === -1 ? (axes[from]?.size ?? null) : size, of: axes[from]?.of ?? [] }
    })
  },
}

/** Axes of space that a layer runs over, which come last. */
function spaceOf({ ranks }: Contract): number {
  return ranks ? ranks[0] - 1 : 0
}

function ofAnySize({ of }: Axis): Axis {
  return { size: null, of }
}

function axesOf(shape: Shape): readonly Axis[] {
  return shape.map((size, axis) => ({ size, of: [axis] }))
}

function made(shape: Shape | undefined): readonly Axis[] | undefined {
  return shape?.map((size) => ({ size, of: [] }))
}

/** All shapes where each is known, and they have as many axes. */
function known(shapes: readonly (Shape | undefined)[]): readonly Shape[] | undefined {
  const all = shapes.filter((shape) => shape !== undefined)
  return all.length > 0 && all.length === shapes.length && all.every(({ length }) => length === all[0]!.length) ? all : undefined
}

/** An axis counted from the front; undefined where there is no such. */
function place(rank: number, axis: number): number | undefined {
  const counted = axis < 0 ? axis + rank : axis
  return Number.isInteger(axis) && counted >= 0 && counted < rank ? counted : undefined
}

function at(axes: readonly Axis[], axis: number | null): Axis | undefined {
  const found = axis === null ? undefined : place(axes.length, axis)
  return found === undefined ? undefined : axes[found]
}

function inserted(axes: readonly Axis[], dim: number, size: number): readonly Axis[] | undefined {
  const found = place(axes.length + 1, dim)
  return found === undefined ? undefined : axes.toSpliced(found, 0, { size, of: [] })
}

/** Axes of which some that follow each other become one; a number becomes an axis. */
function merged(axes: readonly Axis[], from: number, to: number): readonly Axis[] | undefined {
  if (axes.length === 0) return [{ size: 1, of: [] }]
  const [first, last] = [place(axes.length, from), place(axes.length, to)]
  return first === undefined || last === undefined || first > last
    ? undefined
    : axes.toSpliced(first, last - first + 1, together(axes.slice(first, last + 1)))
}

function together(axes: readonly Axis[]): Axis {
  return { size: entries(axes.map(({ size }) => size)), of: axes.flatMap(({ of }) => of) }
}

/** How many entries a shape has; null where that is not known. */
function entries(shape: Shape): number | null {
  return shape.reduce((product, size) => (product === null || size === null ? null : product * size), 1)
}

/** The same entries, row by row, under other sizes: axes of equal sizes at the front and at the end stay what they are. */
function cutAnew(input: Shape | undefined, sizes: Shape): readonly Axis[] {
  const rest = entries(sizes.filter((size) => size !== -1))
  const all = input && entries(input)
  const left = rest === null || !all || all % rest !== 0 ? null : all / rest
  const shape = sizes.map((size) => (size === -1 ? left : size))
  if (!input) return made(shape)!
  const alike = (a: number | null | undefined, b: number | null | undefined) => typeof a === 'number' && a === b
  let [front, back] = [0, 0]
  const shorter = Math.min(shape.length, input.length)
  while (front < shorter && alike(shape[front], input[front])) front++
  while (back < shorter - front && alike(shape.at(-1 - back), input.at(-1 - back))) back++
  const between = axesOf(input).slice(front, input.length - back)
  return shape.map((size, axis) => {
    if (axis < front) return { size, of: [axis] }
    if (axis >= shape.length - back) return { size, of: [axis - shape.length + input.length] }
    return { size, of: shape.length - back - front === 1 ? together(between).of : [] }
  })
}

/** Shape of a product of matrices, or of stacks of them; a vector has no rows, or no columns. */
function productOf(a: Shape, b: Shape): Shape | undefined {
  const [rows, columns] = [a.length > 1 ? [a.at(-2)!] : [], b.length > 1 ? [b.at(-1)!] : []]
  const stacks = broadcastShape(a.slice(0, -2), b.slice(0, -2))
  return a.length === 0 || b.length === 0 ? undefined : stacks && [...stacks, ...rows, ...columns]
}

/** The option of that place among those of the contract, where it is given. */
function optionAt({ engine, contract, options }: Shaping, index: number): Lazy | undefined {
  const parameter = contract.takes.filter(({ role }) => role === 'option')[index]
  const given = parameter && options.get(parameter.name)
  return given && !isEmpty(engine.force(given)) ? given : undefined
}

/** The number that an option is, or is unless given; undefined where it is not known. */
function numberAt(call: Shaping, index: number): number | undefined {
  const given = optionAt(call, index)
  const value = given && call.engine.force(given)
  const standard = call.contract.takes.filter(({ role }) => role === 'option')[index]?.default
  if (value === undefined) return typeof standard === 'number' ? standard : undefined
  return value.is === 'literal' && typeof value.value === 'number' ? value.value : undefined
}

function sizeAt(call: Shaping, index: number): number | null {
  return numberAt(call, index) ?? null
}

function placeAt(axes: readonly Axis[], call: Shaping, index: number): number | undefined {
  const dim = numberAt(call, index)
  return dim === undefined ? undefined : place(axes.length, dim)
}
