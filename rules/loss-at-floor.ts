import type { Strength } from '../src/claims.js'
import { softmaxFloor } from '../src/numbers/bounds.js'
import { smoothingOf } from '../src/options.js'
import { defineRule } from '../src/rule.js'
import { decimals, headline, quote } from '../src/sentence.js'
import { claimed, wants } from '../src/use.js'

interface Data {
  callee: string
  loss: number
  floor: number
  classes: number
  smoothing: number
}

export const lossAtFloor = defineRule<Data>({
  name: 'loss-at-floor',
  severity: 'warning',
  summary: 'the loss equals the least that it can be on probabilities',
  check(use) {
    const { contract, classes, loss } = use
    const prediction = use.arguments.prediction
    if (loss === undefined || classes === undefined || classes < 2) return
    if (contract.applies !== 'softmax' || !wants(contract, 'prediction', 'logits')) return
    // A sound model passes this value on its way down; only values that stay within [0, 1] beside it make the case.
    if (prediction?.numbers?.outsideUnit !== 0 || !weak(claimed(prediction, 'probabilities'))) return
    const smoothing = smoothingOf(use)
    const floor = softmaxFloor(classes, smoothing)
    if (!(Math.abs(loss - floor) <= near)) return
    return { points: 'prediction', certainty: 'likely', data: { callee: use.callee, loss, floor, classes, smoothing } }
  },
  say({ callee, loss, floor, classes, smoothing }) {
    const formula = smoothing === 0 ? ` = ln(1 + ${classes - 1}/e)` : ''
    return {
      what: headline(`${quote(callee)} returned ${decimals(loss)}, the least it can be on probabilities of ${classes} classes.`),
      why: `A perfect softmax output passed as logits gives ${decimals(floor)}${formula}, and the loss stays there.`,
      todo: 'Look for a softmax before the loss, and pass the scores from before it.',
    }
  },
})

/** Twice the difference that a probability of 0.999 instead of 1 makes to the loss of a row. */
const near = 1e-3

/** Where numbers alone show probabilities, `probabilities-as-logits` says more. */
function weak(strength: Strength | undefined): boolean {
  return strength === undefined || strength === 'possible'
}
