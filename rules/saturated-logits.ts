import { fewestRows } from '../src/numbers/thresholds.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { claimed, wants } from '../src/use.js'

interface Data {
  value: string
  gap: number
}

export const saturatedLogits = defineRule<Data>({
  name: 'saturated-logits',
  severity: 'warning',
  summary: 'gaps between scores so large that softmax is exactly 0 and 1',
  check(use) {
    const prediction = use.arguments.prediction
    const numbers = prediction?.numbers
    if (!prediction || !numbers || use.contract.applies !== 'softmax' || !wants(use.contract, 'prediction', 'logits')) return
    if (numbers.classes < 2 || numbers.seenRows < fewestRows || !(numbers.leastGap >= saturated) || claimed(prediction, 'probabilities'))
      return
    return { role: 'prediction', certainty: 'likely', data: { value: prediction.text, gap: numbers.leastGap } }
  },
  say({ value, gap }) {
    return {
      what: headline(`In every row of ${quote(value)} one score is at least ${gap.toFixed(1)} above all others.`),
      why: `Softmax then rounds to exactly 0 and 1, so the loss of a row is exactly 0, or at least ${gap.toFixed(1)}.`,
      todo: 'Normalise the inputs, start with smaller weights, or lower the learning rate.',
    }
  },
})

/** 1 + e^-17.4 rounds to 1 in float32: half a unit in the last place is 2^-25. */
const saturated = 25 * Math.LN2
