import type { Kind } from '../../kinds.js'
import type { Contract } from '../contract.js'

export type Facts = Partial<Contract>

/** A loss in its two meanings: of probabilities, and with `from_logits=True` of the scores before the activation. */
export interface Family {
  labels: readonly Kind[]
  wants: Kind
  applies: 'softmax' | 'sigmoid'
  /** Facts of both, of the one that takes probabilities, and of the one that takes scores. */
  facts: Facts
  onProbabilities: Facts
  onLogits: Facts
  /** What swapped arguments give, where a call can swap them. */
  swapped?: string
}

const repaired =
  'softmax or sigmoid outputs with from_logits=True, on the TensorFlow backend: it warns and computes the loss of the scores before the activation; ' +
  'torch, JAX and NumPy apply the activation again'

const refusal = '"Arguments `target` and `output` must have the same shape."'

const sameShape = `shapes that differ: ${refusal}`

const divided = [
  'logits: each row is divided by its sum and clipped, 8.059 on the reference batch, where the probabilities give 0.780',
  'log-probabilities: negatives over a negative sum invert the ranking, so the loss falls while accuracy goes to 0',
]

const twice = 'probabilities: 0.9505 on the reference batch, where the logits give 1.0369'

const repairs = 'Keras on the TensorFlow backend warns and takes the scores from before the activation instead'

export const categorical: Family = {
  swapped: 'swapped arguments: 8.059 on the reference batch',
  labels: ['distribution'],
  wants: 'distribution',
  applies: 'softmax',
  facts: { axis: -1, axisOption: 'axis' },
  onProbabilities: {
    normalises: true,
    silent: [...divided],
    raises: [`class indices: ${refusal}`],
  },
  onLogits: {
    repairs,
    silent: [twice, repaired],
    raises: [`class indices: ${refusal}`],
  },
}

export const sparse: Family = {
  labels: ['class-indices'],
  wants: 'distribution',
  applies: 'softmax',
  facts: { axis: -1, axisOption: 'axis' },
  onProbabilities: {
    normalises: true,
    silent: [...divided, 'all labels ignored: the loss is 0'],
    raises: ['one-hot labels: "Arguments `target` and `output` must have the same shape up until the last dimension"'],
  },
  onLogits: {
    repairs,
    silent: [twice, repaired, 'all labels ignored: the loss is 0'],
    raises: ['one-hot labels: "Arguments `target` and `output` must have the same shape up until the last dimension"'],
  },
}

export const binary: Family = {
  labels: ['probabilities'],
  wants: 'probabilities',
  applies: 'sigmoid',
  facts: { axis: 'elementwise' },
  onProbabilities: {
    silent: [
      'logits: they are clipped to [1e-7, 1 - 1e-7], 5.671 on the reference batch, where the sigmoid cross-entropy is 0.779',
      'a softmax output, on the TensorFlow backend: its scores are taken from before the softmax, and the sigmoid is applied to them',
      'an [N] target against an [N, 1] output, in a class or by compile: it is reshaped',
    ],
    raises: [sameShape],
  },
  onLogits: {
    repairs,
    silent: ['sigmoid outputs: 0.711 for the probabilities of the reference batch, where the logits give 0.779', repaired],
    raises: [sameShape],
  },
}

const focalOf = (family: Family, wants: string): Family => ({
  ...family,
  swapped: undefined,
  facts: { ...family.facts, weighted: true },
  onProbabilities: {
    silent: [`logits: they are clipped as ${wants} are`],
    ...(family.onProbabilities.normalises && { normalises: true }),
  },
  onLogits: { silent: [`${wants}: the ${family.applies} is applied to them again`] },
})

export const categoricalFocal = focalOf(categorical, 'probabilities')
export const binaryFocal = focalOf(binary, 'sigmoid outputs')

/** Kullback-Leibler divergence, which has no `from_logits`. */
export const divergence: Facts = {
  applies: 'log',
  axis: -1,
  silent: [
    'logits: they are clipped to [1e-7, 1], 8.059 on the reference batch, where the probabilities give 0.780',
    'log-probabilities: every entry is clipped to 1e-7, so a row of one-hot labels costs 16.118 and has no gradient',
  ],
}
