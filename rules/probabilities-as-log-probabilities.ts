import type { Kind } from '../src/kinds.js'
import { defineRule } from '../src/rule.js'
import { headline, noun, quote } from '../src/sentence.js'
import { accepts, claimed, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  got: Kind
  madeBy?: string
  /** It weighs by a distribution, and takes no class indices. */
  divergence: boolean
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
    const divergence = !accepts(use.contract, 'target', 'class-indices')
    const { madeBy } = prediction.facts
    const remedies = [{ do: 'activation', gives: 'log-probabilities' }] as const
    return { role: 'prediction', certainty, data: { value: prediction.text, callee: use.callee, got, madeBy, divergence }, remedies }
  },
  say({ value, callee, got, madeBy, divergence }) {
    const instead = madeBy && /softmax/i.test(madeBy) ? `log-softmax instead of ${quote(madeBy)}` : 'the logarithm'
    return {
      what: headline(`${quote(value)} holds ${noun(got)}, but ${quote(callee)} expects log-probabilities.`),
      why: divergence
        ? 'The logarithm is missing: the loss is never above 0, whereas a divergence of distributions is never below.'
        : 'The logarithm is missing: with class targets the loss is minus the mean target probability, between -1 and 0.',
      todo: `Apply ${instead} before the loss.`,
    }
  },
})
