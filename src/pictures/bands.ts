import type { Contract } from '../contracts/contract.js'
import { sigmoidCeiling, sigmoidFloor, smoothedEntropy, softmaxCeiling, softmaxFloor } from '../numbers/bounds.js'
import type { Band } from '../report.js'
import { wants } from '../use.js'

export interface Circumstances {
  classes: number
  smoothing: number
  /** Mean of the targets of a binary loss: the fraction of positives. */
  positives?: number
}

/**
 * What the mean of a loss can come to, in nats, for targets that are classes or distributions, by what its input is read as.
 * Empty for losses on a scale of their own.
 */
export function bandsOf(contract: Contract, { classes, smoothing, positives }: Circumstances): Band[] {
  const { applies, weighted } = contract
  if (weighted) return []
  if (applies === 'softmax' && classes > 1) {
    const least = smoothedEntropy(classes, smoothing)
    return bands([least, null], [softmaxFloor(classes, smoothing), softmaxCeiling(classes, smoothing)], [least, null])
  }
  if (applies === 'sigmoid' && positives !== undefined)
    return bands([0, null], [sigmoidFloor(positives), sigmoidCeiling(positives)], [positives * Math.LN2, null])
  if (isLikelihood(contract)) return bands([null, null], [-1, 0], [0, null])
  // The logarithm of a score below 0 is none, so that only one reading has a band.
  if (applies === 'log' && smoothing === 0) return [{ reading: 'probabilities', least: 0, greatest: null }]
  return []
}

/** It takes the entry of the target's class and changes its sign. */
export function isLikelihood(contract: Contract): boolean {
  return (
    wants(contract, 'prediction', 'log-probabilities') &&
    !wants(contract, 'prediction', 'logits') &&
    wants(contract, 'target', 'class-indices')
  )
}

type Ends = readonly [number | null, number | null]

function bands(...ends: readonly [logits: Ends, probabilities: Ends, logProbabilities: Ends]): Band[] {
  const readings = ['logits', 'probabilities', 'log-probabilities'] as const
  return ends.map(([least, greatest], index) => ({ reading: readings[index]!, least, greatest }))
}
