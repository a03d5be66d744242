import type { Strength } from '../src/claims.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { type Argument, accepts, claimed, onlySome, refuted, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
}

export const logitsAsLogProbabilities = defineRule<Data>({
  name: 'logits-as-log-probabilities',
  severity: 'error',
  summary: 'raw scores where log-probabilities are expected',
  check(use) {
    const prediction = use.arguments.prediction
    if (!prediction || !wants(use.contract, 'prediction', 'log-probabilities') || accepts(use.contract, 'prediction', 'logits')) return
    const certainty = rawScores(prediction, use.contract.axis === 'elementwise')
    if (!certainty) return
    return {
      role: 'prediction',
      certainty,
      data: { value: prediction.text, callee: use.callee },
      remedies: [
        { do: 'loss', prediction: 'logits' },
        { do: 'apply', gives: 'log-probabilities' },
      ],
    }
  },
  say({ value, callee }) {
    return {
      what: headline(`${quote(value)} holds logits, but ${quote(callee)} expects log-probabilities.`),
      why: 'It only picks or weighs what it is given, so the loss falls without bound as the scores grow.',
      todo: 'Apply log-softmax before the loss, or use a cross-entropy that takes logits.',
    }
  },
})

/** Values of both signs are no log-probabilities and no probabilities; all at most 0 may be logarithms that sum to 1 along another axis. */
function rawScores(prediction: Argument, anyAxis: boolean): Strength | undefined {
  if (claimed(prediction, 'probabilities')) return undefined
  if (claimed(prediction, 'log-probabilities')) return onlySome(prediction, 'log-probabilities', 'logits')
  if (anyAxis && prediction.numbers && prediction.numbers.max <= 0) return undefined
  if (refuted(prediction, 'log-probabilities') && refuted(prediction, 'probabilities'))
    return (prediction.numbers?.max ?? 0) > 0 ? 'proved' : 'likely'
  return claimed(prediction, 'logits')
}
