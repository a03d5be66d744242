import type { Contract } from './contracts/contract.js'
import type { Argument } from './use.js'

/** Sizes of axes; `null` where source does not tell. */
export type Shape = readonly (number | null)[]

/** Shape of an argument: of its values when they are known, else as source tells it. */
export function shapeOf(argument: Argument | undefined): Shape | undefined {
  return argument?.numbers?.shape ?? argument?.facts.shape
}

/** Axis counted from the front; a loss over axis 1 takes axis 0 of a single row. Undefined when there is no such axis. */
export function axisIn(shape: Shape, axis: number): number | undefined {
  const rank = shape.length
  if (axis === 1 && rank === 1) return 0
  const counted = axis < 0 ? axis + rank : axis
  return counted >= 0 && counted < rank ? counted : undefined
}

/** True unless a known size differs. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, i) => sameSize(size, b[i]))
}

export function withoutAxis(shape: Shape, axis: number): Shape {
  return shape.filter((_, i) => i !== axis)
}

/** Shape of the two broadcast against each other by NumPy's rule; undefined when they do not fit. */
export function broadcastShape(a: Shape, b: Shape): Shape | undefined {
  const rank = Math.max(a.length, b.length)
  const sizes: (number | null)[] = []
  for (let i = 1; i <= rank; i++) {
    const [x, y] = [i > a.length ? 1 : a.at(-i), i > b.length ? 1 : b.at(-i)]
    if (x !== 1 && y !== 1 && !sameSize(x, y)) return undefined
    sizes.unshift((x === 1 ? y : x) ?? null)
  }
  return sizes
}

/** Whether prediction and target have entries in the same places: those of losses that align sequences say nothing of each other. */
export function aligned(contract: Contract): boolean {
  return contract.axis !== undefined && !contract.aligns
}

function sameSize(a: number | null | undefined, b: number | null | undefined): boolean {
  return a === null || b === null || a === b
}
