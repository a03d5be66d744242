import { defineRule, type Problem } from '../src/rule.js'
import { headline, quote } from '../src/sentence.js'
import { claimed, type Use } from '../src/use.js'

interface Data {
  value: string
  callee: string
  /** What makes the one score constant: the loss's softmax, the loss's division by the row sum, or a softmax before it. */
  by: 'loss' | 'row sum' | 'activation'
}

export const singleClassSoftmax = defineRule<Data>({
  name: 'single-class-softmax',
  severity: 'error',
  summary: 'softmax or softmax cross-entropy over one class: the loss is constant',
  check(use) {
    const prediction = use.arguments.prediction
    const by = constantBy(use)
    if (!prediction || !by) return
    const certainty = (by === 'activation' && claimed(prediction, 'distribution')) || 'proved'
    const data = { value: prediction.text, callee: use.callee, by }
    return { points: 'prediction', certainty, data, remedies: remediesFor(use, by) }
  },
  say({ value, callee, by }) {
    const why = {
      loss: 'Softmax of a single score is 1, so the loss of class 0 is exactly 0 with no gradient, and nothing is learnt.',
      'row sum': 'A row of one value divided by its own sum is 1, so the loss is 1.19e-7 whatever the model does, and nothing is learnt.',
      activation: 'Softmax of a single score is always 1, so the prediction is constant and nothing is learnt.',
    }[by]
    return {
      what: headline(
        `${quote(value)} has one class, which ${by === 'activation' ? 'softmax turns into 1' : `${quote(callee)} turns into 1`}.`,
      ),
      why,
      todo: 'Give the last layer one unit for each class, or use one unit with sigmoid and a binary cross-entropy.',
    }
  },
})

/** Where labels tell the classes, the layer lacks units; else one unit means a binary problem. */
function remediesFor(use: Use, by: Data['by']): Problem['remedies'] {
  const sigmoid = { do: 'activation', gives: 'probabilities' } as const
  const binary = { do: 'loss', classes: 'independent' } as const
  const units = { do: 'units' } as const
  if (by === 'activation') return [sigmoid]
  const labelled = use.arguments.target?.facts.classes ?? 1
  const either = [binary, { do: 'all', of: [binary, sigmoid] }] as const
  return labelled > 1 ? [units, ...either] : [...either, units]
}

function constantBy(use: Use): Data['by'] | undefined {
  const { contract } = use
  const prediction = use.arguments.prediction
  if (use.classes === 1 && typeof contract.axis === 'number') {
    if (contract.applies === 'softmax') return 'loss'
    if (contract.normalises) return 'row sum'
  }
  return prediction?.facts.classes === 1 && /softmax/i.test(prediction.facts.madeBy ?? '') && claimed(prediction, 'distribution')
    ? 'activation'
    : undefined
}
