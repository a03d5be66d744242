import type { Contract } from '../contracts/contract.js'
import { isLikelihood } from './bands.js'

/** One row of a call: its entries, and what they are compared with. */
export interface Row {
  entries: readonly number[]
  /** The class of the target, or as many entries as the row has. */
  target: number | readonly number[]
}

/** The loss of a row, unless the contract is not simple enough to say. */
export type RowLoss = (row: Row) => number

/** What a loss makes of one row as it is given, in nats; undefined for losses whose formula is not that of a cross-entropy. */
export function rowLoss(contract: Contract, smoothing: number): RowLoss | undefined {
  if (contract.weighted) return undefined
  if (contract.applies === 'softmax') return (row) => crossEntropy(row, logSumExp(row.entries), smoothing)
  if (contract.applies === 'sigmoid') return sigmoidLoss
  if (isLikelihood(contract)) return (row) => crossEntropy(row, 0, 0)
  return undefined
}

/** The cross-entropy of a row that holds probabilities, or log-probabilities. */
export function plainLoss(reading: 'probabilities' | 'log-probabilities', { entries, target }: Row): number {
  return crossEntropy({ entries: reading === 'probabilities' ? entries.map(Math.log) : entries, target }, 0, 0)
}

function crossEntropy({ entries, target }: Row, normaliser: number, smoothing: number): number {
  const classes = entries.length
  let loss = 0
  for (let j = 0; j < classes; j++) {
    const label = typeof target === 'number' ? Number(target === j) : target[j]!
    const weight = label * (1 - smoothing) + smoothing / classes
    // No weight asks for no entry, also where it is infinite.
    if (weight !== 0) loss += weight * (normaliser - entries[j]!)
  }
  return loss
}

export function logSumExp(entries: readonly number[]): number {
  let max = -Infinity
  for (const entry of entries) if (entry > max) max = entry
  let sum = 0
  for (const entry of entries) sum += Math.exp(entry - max)
  return max + Math.log(sum)
}

function sigmoidLoss({ entries, target }: Row): number {
  let loss = 0
  for (const [j, score] of entries.entries()) {
    const label = typeof target === 'number' ? target : target[j]!
    loss += Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - label * score
  }
  return loss / entries.length
}
