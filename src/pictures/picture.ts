import type { Numbers } from '../numbers/numbers.js'
import { smoothingOf } from '../options.js'
import type { Histogram, Picture } from '../report.js'
import { bestClaim, type Use } from '../use.js'
import { bandsOf } from './bands.js'
import { histogram } from './histogram.js'
import { loudestRows } from './loudest.js'
import { pairs } from './pairs.js'
import { rowLoss } from './row-loss.js'
import type { Sample } from './sample.js'

/** Names of the tensors where they were stored; else those that the contract has for them. */
export type Names = Partial<Record<'prediction' | 'target', string>>

/** What drawings of a use are made from; without a sample only the ends of what is drawn are known. */
export function pictureOf(use: Use, sample?: Sample, names: Names = {}): Picture | undefined {
  const { prediction, target } = use.arguments
  const numbers = prediction?.numbers
  if (!prediction || !numbers) return undefined
  const claim = bestClaim(prediction)
  const evidence = claim?.evidence[0]?.note
  return {
    prediction: tensor(names.prediction ?? prediction.text, numbers),
    ...(target?.numbers && { target: tensor(names.target ?? target.text, target.numbers) }),
    classes: numbers.classes,
    rows: numbers.rows,
    drawn: sample?.rows.length ?? 0,
    ...(claim && { reading: claim.kind }),
    ...(evidence !== undefined && { evidence }),
    values: histogram(sample?.prediction.entries ?? [], numbers.min, numbers.max),
    ...(numbers.classes > 1 && { rowSums: rowSums(numbers, sample) }),
    ...lossOf(use, sample),
    loudest: sample ? loudestRows(use, sample) : [],
  }
}

function tensor(name: string, { shape, dtype }: Numbers): Picture['prediction'] {
  return { name, shape, dtype }
}

/** The axis holds 1 in its middle, unless sums lie far from it. */
function rowSums({ rowSum }: Numbers, sample: Sample | undefined): Histogram {
  const sums: number[] = []
  if (sample) {
    const { entries, classes } = sample.prediction
    for (let start = 0; start < entries.length; start += classes) {
      let sum = 0
      for (let j = 0; j < classes; j++) sum += entries[start + j]!
      sums.push(sum)
    }
  }
  return histogram(sums, Math.min(0, rowSum.min), Math.max(2, rowSum.max))
}

function lossOf(use: Use, sample: Sample | undefined): Pick<Picture, 'loss'> {
  const { contract, classes = 1, arguments: given, loss } = use
  const smoothing = smoothingOf(use)
  const targets = sample?.target?.entries
  const positives = contract.applies === 'sigmoid' && targets && targets.length > 0 ? mean(targets) : undefined
  const bands = bandsOf(contract, { classes, smoothing, ...(positives !== undefined && { positives }) })
  if (bands.length === 0) return {}
  const value = loss ?? (given.weights ? undefined : computed(use, sample, smoothing))
  const uniform = contract.applies === 'softmax' ? Math.log(classes) : contract.applies === 'sigmoid' ? Math.LN2 : undefined
  return {
    loss: {
      ...(value !== undefined && Number.isFinite(value) && { value }),
      given: loss !== undefined,
      ...(uniform !== undefined && { uniform }),
      bands,
    },
  }
}

/** The mean that the sampled rows come to. */
function computed(use: Use, sample: Sample | undefined, smoothing: number): number | undefined {
  const loss = rowLoss(use.contract, smoothing)
  if (!loss || !sample) return undefined
  const losses = pairs(use, sample).map(({ pair }) => loss(pair))
  return losses.length > 0 ? mean(losses) : undefined
}

function mean(list: readonly number[]): number {
  let sum = 0
  for (const each of list) sum += each
  return sum / list.length
}
