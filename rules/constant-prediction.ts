import type { Numbers } from '../src/numbers/numbers.js'
import { fewestRows } from '../src/numbers/thresholds.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'

interface Data {
  value: string
  rows: number
}

export const constantPrediction = defineRule<Data>({
  name: 'constant-prediction',
  severity: 'warning',
  summary: 'every row of the prediction is the same',
  check(use) {
    const prediction = use.arguments.prediction
    const numbers = prediction?.numbers
    if (!prediction || !numbers?.equalRows || numbers.seenRows < fewestRows) return
    if (startsAtZero(numbers)) return
    return { role: 'prediction', certainty: 'likely', data: { value: prediction.text, rows: numbers.seenRows } }
  },
  say({ value, rows }) {
    return {
      what: headline(`All ${rows} rows of ${quote(value)} are the same.`),
      why: 'The prediction does not depend on the input, so the loss cannot fall below that of the class frequencies.',
      todo: 'Look for dead ReLUs, inputs that are all 0, or a layer that is not connected.',
    }
  },
})

/** A last layer whose weights start at 0 gives zeros, or their softmax or sigmoid, until the first step. */
function startsAtZero({ min, max, classes }: Numbers): boolean {
  return min === max && (classes > 1 || min === 0 || min === 0.5)
}
