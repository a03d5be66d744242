import type { Contract } from '../contracts/contract.js'
import type { Values } from '../numbers/values.js'
import type { Given } from './arguments.js'
import type { Read } from './read.js'

/** The mean of what the loss returned: of one number itself. Undefined when nothing was read. */
export function meanOf(values: Values | undefined): number | undefined {
  if (!values || values.data.length === 0) return undefined
  let sum = 0
  for (let i = 0; i < values.data.length; i++) sum += values.data[i]!
  return sum / values.data.length
}

/** The loss as a mean over rows, which alone can be compared with a floor. Undefined for sums, and for weights that move the floor. */
export function meanLoss(contract: Contract, { loss, weights, target, prediction }: Read, options: Given['options']): number | undefined {
  const reduction = options.reduction ?? contract.reduction
  const tfjs = contract.package === '@tensorflow/tfjs'
  if (reduction === 'sum' || (tfjs && reduction === tfjsReduction.sum)) return undefined
  const mean = meanOf(loss)
  if (mean === undefined || !weights) return mean
  if (tfjs) {
    const scale = reduction === tfjsReduction.mean ? 1 : commonWeight(weights)
    return scale === undefined || reduction === tfjsReduction.none ? undefined : mean / scale
  }
  // The mean over class indices divides by the sum of the weights, and every row of probabilities is above the floor.
  const indices = target !== undefined && prediction !== undefined && target.shape.length < prediction.shape.length
  const smoothing = options.label_smoothing ?? 0
  return contract.package === 'torch' && indices && smoothing === 0 && reduction !== 'none' ? mean : undefined
}

/** `tf.Reduction` is an enumeration of numbers; what it does when left out divides by the number of weights that are not 0. */
const tfjsReduction = { none: 0, mean: 1, sum: 2 }

/** The weight that all rows have, but for those that are left out; undefined when they differ. */
function commonWeight({ data }: Values): number | undefined {
  const distinct = new Set(Array.from(data).filter((weight) => weight !== 0))
  return distinct.size === 1 ? [...distinct][0] : undefined
}
