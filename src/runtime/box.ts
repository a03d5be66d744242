import { axisOf, type Layout, phaseOf } from '../numbers/layout.js'
import { fewestSampledRows, sampledEntries, slicedEntries } from '../numbers/thresholds.js'

/** A block of a tensor: where it begins and how far it goes along each axis. */
export interface Box {
  begin: readonly number[]
  size: readonly number[]
}

/** The whole tensor. */
export function wholeBox(shape: readonly number[]): Box {
  return { begin: shape.map(() => 0), size: shape }
}

/**
 * A block of about 4,096 entries in whole rows, at least four while they are no more than 8,192, and one at least: what a slice of
 * a tensor on a device holds.
 * `rows` is the user's own limit. The n-th sample lies elsewhere than those before, and many reach all of the tensor.
 */
export function sampleBox(shape: readonly number[], classAxis: Layout['classAxis'], rows: number | undefined, nth: number): Box {
  const along = classAxis === 'elementwise' ? -1 : axisOf(classAxis, shape.length)
  const classes = Math.max(1, shape[along] ?? 1)
  const few = Math.max(1, Math.min(fewestSampledRows, Math.floor(slicedEntries / classes)))
  let left = Math.min(rows ?? Number.POSITIVE_INFINITY, Math.max(few, Math.floor(sampledEntries / classes)))
  let place = phaseOf(nth)
  const [begin, size] = [shape.map(() => 0), [...shape]]
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (axis === along) continue
    size[axis] = Math.min(shape[axis]!, left)
    left = Math.floor(left / Math.max(1, size[axis]!))
    // Each axis takes a digit of the phase, so that many blocks cover all axes evenly.
    const places = shape[axis]! - size[axis]! + 1
    begin[axis] = Math.floor(place * places)
    place = place * places - begin[axis]!
    left = size[axis] === shape[axis] ? left : Math.min(left, 1)
  }
  return { begin, size }
}
