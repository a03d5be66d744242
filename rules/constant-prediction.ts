import { fewestRows } from '../src/numbers/thresholds.js'
import { defineRule } from '../src/rule.js'
import { quote } from '../src/sentence.js'

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
    // A last layer that starts at 0 gives zeros, or their softmax, until the first step.
    if (numbers.min === numbers.max) return
    return { role: 'prediction', certainty: 'likely', data: { value: prediction.text, rows: numbers.seenRows } }
  },
  say({ value, rows }) {
    return {
      what: `All ${rows} rows of ${quote(value)} are the same.`,
      why: 'The prediction does not depend on the input, so the loss cannot fall below that of the class frequencies.',
      todo: 'Look for dead ReLUs, inputs that are all 0, or a layer that is not connected.',
    }
  },
})
