import { fewestSampledRows, sampledEntries } from './thresholds.js'
import { sizeOf } from './values.js'

/** How a tensor is to be read. */
export interface Layout {
  /** Axis that rows run along, negative from the end; `elementwise` for none. */
  classAxis: number | 'elementwise'
  /** Rows to read, spread over the tensor; all of them when left out. */
  rows?: number
  /** Moves the rows of a sample, in [0, 1): samples of different phase see different rows. 0 when left out. */
  phase?: number
  /** Class index that the loss skips. */
  ignoreIndex?: number | null
}

/**
 * How the prediction and the target of a loss are read. `axis` is the contract's class axis. Under an elementwise loss
 * rows still run along the last axis, where a softmax out of place would show. A target of the prediction's rank has
 * rows when it has C entries along the class axis; class indices have none.
 */
export function layoutsFor(
  axis: number | 'elementwise',
  prediction: readonly number[],
  target: readonly number[] | undefined,
): { prediction: Layout; target: Layout } {
  const rowAxis = axis === 'elementwise' ? -1 : axis
  const along = axisOf(rowAxis, prediction.length)
  const oneRow = prediction.length === 0 || (axis === 'elementwise' && prediction.length === 1)
  const rowed: Layout = { classAxis: oneRow ? 'elementwise' : along }
  const classes = prediction[along] ?? 1
  const targetAxis = axisOf(rowAxis, target?.length ?? 0)
  const alike = target && target.length > 0 && !oneRow && target.length >= prediction.length
  const indices = alike && target[targetAxis] === 1 && classes > 1
  return { prediction: rowed, target: { classAxis: alike && !indices ? targetAxis : 'elementwise' } }
}

/** The same layout with only as many rows as a check during training can afford; those of the n-th sample of a run are others. */
export function sampled(layout: Layout, shape: readonly number[], rows?: number, nth = 0): Layout {
  const classes = layout.classAxis === 'elementwise' ? 1 : (shape[axisOf(layout.classAxis, shape.length)] ?? 1)
  const affordable = Math.max(fewestSampledRows, Math.floor(sampledEntries / Math.max(1, classes)))
  return { ...layout, rows: Math.min(rows ?? affordable, sizeOf(shape)), phase: phaseOf(nth) }
}

/** Where in [0, 1) the n-th sample of a run lies: evenly spread from the first on. */
export function phaseOf(nth: number): number {
  return (nth * phaseStep) % 1
}

/** sqrt(2) - 1: no multiple of the golden ratio, by which the rows of one sample are moved. */
const phaseStep = Math.SQRT2 - 1

/** The axis counted from the start. Losses with class axis 1 take a single row without a batch axis too (torch). */
export function axisOf(axis: number, rank: number): number {
  return axis < 0 ? Math.max(0, axis + rank) : Math.min(axis, Math.max(0, rank - 1))
}
