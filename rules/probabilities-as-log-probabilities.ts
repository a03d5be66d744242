import type { Kind } from '../src/kinds.js'
import { defineRule } from '../src/rule.js'
import { headline, noun, quote } from '../src/sentence.js'
import { accepts, claimed, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  got: Kind
  madeBy?: string
}

export const probabilitiesAsLogProbabilities = defineRule<Data>({
  name: 'probabilities-as-log-probabilities',
  severity: 'error',
  summary: 'softmax output where log-probabilities are expected: the loss is negative',
  check(use) {
    const prediction = use.arguments.prediction
    const certainty = claimed(prediction, 'probabilities')
    if (!prediction || !certainty || !wants(use.contract, 'prediction', 'log-probabilities')) return
    const got: Kind = claimed(prediction, 'distribution') === certainty ? 'distribution' : 'probabilities'
    if (accepts(use.contract, 'prediction', got)) return
    return { role: 'prediction', certainty, data: { value: prediction.text, callee: use.callee, got, madeBy: prediction.facts.madeBy } }
  },
  say({ value, callee, got, madeBy }) {
    const instead = madeBy && /softmax/i.test(madeBy) ? `log-softmax instead of ${quote(madeBy)}` : 'the logarithm'
    return {
      what: headline(`${quote(value)} holds ${noun(got)}, but ${quote(callee)} expects log-probabilities.`),
      why: 'The logarithm is missing: with class targets the loss is minus the mean target probability, between -1 and 0.',
      todo: `Apply ${instead} before the loss.`,
    }
  },
})
