import { softmaxFloor } from '../src/numbers/bounds.js'
import { smoothingOf } from '../src/options.js'
import { defineRule } from '../src/rule.js'
import { decimals, headline, quote } from '../src/sentence.js'
import { refuted, wants } from '../src/use.js'

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
    if (contract.applies !== 'softmax' || !wants(contract, 'prediction', 'logits') || refuted(prediction, 'probabilities')) return
    const smoothing = smoothingOf(use)
    const floor = softmaxFloor(classes, smoothing)
    if (Math.abs(loss - floor) > near) return
    // A sound model passes this value on its way down; only values within [0, 1] beside it make the case.
    const certainty = prediction?.numbers && prediction.numbers.outsideUnit === 0 ? 'likely' : 'possible'
    return { points: 'prediction', certainty, data: { callee: use.callee, loss, floor, classes, smoothing } }
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

/** What printing four decimals leaves open. */
const near = 1e-4
