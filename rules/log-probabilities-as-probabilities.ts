import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { accepts, claimed, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  wanted: 'distribution' | 'probabilities'
  madeBy?: string
  /** The loss divides each row by its sum. */
  divides: boolean
}

export const logProbabilitiesAsProbabilities = defineRule<Data>({
  name: 'log-probabilities-as-probabilities',
  severity: 'error',
  summary: 'log-softmax output where the logarithm is taken again',
  check(use) {
    const { contract } = use
    const prediction = use.arguments.prediction
    const certainty = claimed(prediction, 'log-probabilities')
    if (!prediction || !certainty || accepts(contract, 'prediction', 'log-probabilities')) return
    const wanted = (['distribution', 'probabilities'] as const).find((kind) => wants(contract, 'prediction', kind))
    if (!wanted) return
    const data = {
      value: prediction.text,
      callee: use.callee,
      wanted,
      madeBy: prediction.facts.madeBy,
      divides: contract.normalises ?? false,
    }
    return { role: 'prediction', certainty, data, remedies: [{ do: 'activation', gives: 'distribution' }] }
  },
  say({ value, callee, wanted, madeBy, divides }) {
    const expected = wanted === 'distribution' ? 'a distribution' : 'probabilities'
    return {
      what: headline(`${quote(value)} holds log-probabilities, but ${quote(callee)} expects ${expected}.`),
      why: divides
        ? 'It is clipped to a constant, or divided by its negative row sum: then the loss falls while the ranking of classes is inverted.'
        : 'The logarithm of a value of at most 0 is refused, clipped to a constant without gradient, or NaN.',
      todo: `Use softmax instead of ${madeBy ? quote(madeBy) : 'log-softmax'}, or a loss that takes logits.`,
    }
  },
})
