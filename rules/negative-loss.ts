import { defineRule } from '../src/rule.js'
import { decimals, headline, quote } from '../src/sentence.js'
import { wants } from '../src/use.js'

interface Data {
  callee: string
  loss: number
  logarithms: boolean
}

export const negativeLoss = defineRule<Data>({
  name: 'negative-loss',
  severity: 'warning',
  summary: 'the loss is below 0, which no cross-entropy of labels is',
  check(use) {
    const { loss, contract } = use
    // Weights may be negative on purpose: advantages of a policy gradient.
    if (loss === undefined || !(loss < -rounding) || use.arguments.weights) return
    const logarithms = wants(contract, 'prediction', 'log-probabilities')
    return { points: logarithms ? 'prediction' : 'target', certainty: 'likely', data: { callee: use.callee, loss, logarithms } }
  },
  say({ callee, loss, logarithms }) {
    return {
      what: headline(`${quote(callee)} returned ${decimals(loss)}, which is below 0.`),
      why: logarithms
        ? 'On log-probabilities, and a target that sums to 1, this loss is at least 0, so one of the two is something else.'
        : 'Minus the logarithm of a probability is at least 0, so a target is outside [0, 1] or its rows do not sum to 1.',
      todo: logarithms
        ? 'Apply log-softmax to the scores before the loss, and divide soft targets by their sum.'
        : 'Look at the targets, and at the order of the arguments.',
    }
  },
})

/** A loss of 0 comes out as a little less in float32. */
const rounding = 1e-6
