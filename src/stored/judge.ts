import { contractWith } from '../contracts/index.js'
import { gridOf } from '../numbers/grid.js'
import type { Layout } from '../numbers/layout.js'
import { lossesOf } from '../numbers/losses.js'
import { sizeOf, type Values } from '../numbers/values.js'
import { newTaken, type Sample, sampledRows, take } from '../pictures/sample.js'
import type { Report } from '../report.js'
import { reportOn } from '../runtime/inspect.js'
import { meanLoss } from '../runtime/mean-loss.js'
import { layoutsOf, type Measured } from '../runtime/observe.js'
import { namedLoss } from '../runtime/recognise.js'
import type { RuleOptions } from '../runtime/selection.js'
import type { Batch } from './batch.js'
import { measureStored } from './measure.js'
import type { StoredTensor } from './stored.js'

/** Judges stored tensors as the arguments of one call of a loss; reads each of them once. */
export function judgeBatch(batch: Batch, lossOption: string | undefined, rules: RuleOptions): Report {
  const { options = {}, value } = batch
  const loss = lossOption ?? batch.loss
  if (loss === undefined) throw new Error('names no loss; give --loss, or in JSON the key "loss"')
  const contract = contractWith(namedLoss(loss, 'loss'), options)
  const { prediction, target, weights } = tensorsOf(batch, contract.axis === 'elementwise')
  const layouts = layoutsOf(contract, { prediction, target }, options)
  const rows = sampledRows(gridOf(prediction.shape, layouts.prediction.classAxis))
  const seen = inspected(prediction, layouts.prediction, rows)
  const compared =
    target && inspected(target, layouts.target, seen.taken.rows === gridOf(target.shape, layouts.target.classAxis).rows ? rows : [])
  const numbers: Measured = { prediction: seen.numbers }
  if (compared) numbers.target = compared.numbers
  if (weights) numbers.weights = measureStored(weights, layouts.weights)
  const sample: Sample = { rows, prediction: seen.taken, ...(compared && { target: compared.taken }) }
  const returned = value === undefined ? undefined : { data: [value], shape: [], dtype: 'number' }
  const names = { prediction: batch.tensors.prediction.name, target: batch.tensors.target?.name }
  const read = { loss: returned, prediction: bare(prediction), target: target && bare(target), weights: weights && held(weights) }
  const mean = weights && !read.weights ? undefined : meanLoss(contract, read, options)
  const observation = { numbers, options, loss: mean, ...(value !== undefined && { losses: lossesOf([value]) }) }
  return reportOn(contract, observation, { ...rules, sample, names })
}

/** A tensor of which only the shape is looked at. */
function bare({ shape, dtype }: StoredTensor): Values {
  return { data: [], shape, dtype }
}

/** Weights of classes, or of rows, where they are few enough to be held. */
function held({ shape, dtype, read }: StoredTensor): Values | undefined {
  return sizeOf(shape) > mostWeights ? undefined : { data: read(0, shape[0] ?? 1), shape, dtype }
}

const mostWeights = 1 << 24

/** Measures a tensor and takes its sampled rows in one pass. */
function inspected(tensor: StoredTensor, layout: Layout, rows: readonly number[]) {
  const taken = newTaken(tensor.shape, layout)
  const slices = Math.max(1, tensor.shape[0] ?? 1)
  const numbers = measureStored(tensor, layout, (piece, from) => take(taken, rows, piece, layout, (taken.rows / slices) * from))
  return { numbers, taken }
}

/** One column of a table is a number for each line, where the loss has no classes; else a row of one class. */
function tensorsOf({ tensors }: Batch, elementwise: boolean) {
  const prediction = tensors.prediction.tensor
  const column = prediction.tabular && prediction.shape.length === 1 && !elementwise
  return {
    prediction: column ? { ...prediction, shape: [...prediction.shape, 1] } : prediction,
    target: tensors.target?.tensor,
    weights: tensors.weights?.tensor,
  }
}
