import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'

interface Data {
  callee: string
  categorical: boolean
}

export const zeroLoss = defineRule<Data>({
  name: 'zero-loss',
  severity: 'warning',
  summary: 'the loss is exactly 0',
  check(use) {
    // A loss that has been above 0 came down by training.
    if (use.loss !== 0 || (use.losses && use.losses.greatest > 0)) return
    return { points: 'prediction', certainty: 'likely', data: { callee: use.callee, categorical: typeof use.contract.axis === 'number' } }
  },
  say({ callee, categorical }) {
    return {
      what: headline(`${quote(callee)} returned exactly 0.`),
      why: 'A cross-entropy of labels comes near to 0 and reaches it only where rounding does, or where no target counts.',
      todo: categorical
        ? 'Look for a class axis of size 1, targets that are all 0, or scores that are far too large.'
        : 'Look for targets that repeat the prediction, or scores that are far too large.',
    }
  },
})
