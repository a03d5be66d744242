import { ignoredIndexOf } from '../options.js'
import type { Use } from '../use.js'
import type { Row } from './row-loss.js'
import type { Sample } from './sample.js'

/** The sampled rows that have a target which counts, in their order; none when the two do not fit. */
export function pairs(use: Use, { rows, prediction, target }: Sample): { row: number; pair: Row }[] {
  if (!target || target.entries.length !== rows.length * target.classes) return []
  const elementwise = use.contract.axis === 'elementwise'
  const { classes } = prediction
  if (target.classes > 1 && target.classes !== classes) return []
  if (target.classes === 1 && elementwise && classes > 1) return []
  const ignored = ignoredIndexOf(use)
  return rows.flatMap((row, index): { row: number; pair: Row }[] => {
    const entries = prediction.entries.slice(index * classes, (index + 1) * classes)
    if (target.classes > 1) return [{ row, pair: { entries, target: target.entries.slice(index * classes, (index + 1) * classes) } }]
    const label = target.entries[index]!
    const counts = elementwise || (label !== ignored && Number.isInteger(label) && label >= 0 && label < classes)
    return counts ? [{ row, pair: { entries, target: label } }] : []
  })
}
