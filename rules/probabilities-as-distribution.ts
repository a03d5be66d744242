import type { Strength } from '../src/claims.js'
import { defineRule } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { type Argument, accepts, claimed, onlySome, wants } from '../src/use.js'

interface Data {
  value: string
  callee: string
  madeBy?: string
}

export const probabilitiesAsDistribution = defineRule<Data>({
  name: 'probabilities-as-distribution',
  severity: 'error',
  summary: 'independent sigmoids under a categorical loss',
  check(use) {
    const { contract } = use
    const prediction = use.arguments.prediction
    const certainty = prediction && independent(prediction)
    if (!prediction || !certainty) return
    if (!wants(contract, 'prediction', 'distribution') || accepts(contract, 'prediction', 'probabilities')) return
    return {
      role: 'prediction',
      certainty,
      data: { value: prediction.text, callee: use.callee, madeBy: prediction.facts.madeBy },
      remedies: [
        { do: 'activation', gives: 'distribution' },
        { do: 'loss', classes: 'independent' },
      ],
    }
  },
  say({ value, callee, madeBy }) {
    return {
      what: headline(`${quote(value)} holds probabilities, but ${quote(callee)} expects a distribution.`),
      why: 'Each class has a probability of its own and rows do not sum to 1, so the loss is no cross-entropy of what the model outputs.',
      todo: `Use softmax instead of ${madeBy ? quote(madeBy) : 'sigmoid'}, or a binary cross-entropy when a row can have several classes.`,
    }
  },
})

/** Probabilities that are no distribution, on all ways to the call or on some. */
function independent(prediction: Argument): Strength | undefined {
  if (claimed(prediction, 'distribution')) return onlySome(prediction, 'distribution', 'probabilities')
  return claimed(prediction, 'probabilities')
}
