import { type Contract, call } from '../contract.js'
import type { Framework } from '../framework.js'
import { prediction, target } from '../parameters.js'

/** A two-term cross-entropy of plain arrays of numbers, one sample a call. */
function arrays(pkg: string, name: string, first: 'target' | 'prediction', facts: Partial<Contract> & { source: string }): Contract {
  const [labels, outputs] = [target('target', 'probabilities'), prediction(first === 'target' ? 'output' : 'predictions', 'probabilities')]
  const takes = first === 'target' ? [labels, outputs] : [outputs, labels]
  return call(pkg, name, { takes, applies: 'log', axis: 'elementwise', reduction: 'mean', ...facts })
}

function library(pkg: string, globals: readonly string[], entries: readonly Contract[]): Framework {
  return { package: pkg, imports: [pkg], globals, shorthand: pkg, types: {}, activations: {}, lossNames: {}, entries }
}

/** Libraries of small networks, whose costs are functions of plain arrays. */
export const synaptic = library(
  'synaptic',
  ['synaptic'],
  [
    arrays('synaptic', 'Trainer.cost.CROSS_ENTROPY', 'target', {
      reduction: 'sum',
      silent: [
        'swapped arguments: 20.6919 for the first row of the reference batch, where 0.6852 is right',
        'logits, and a class index in the place of the labels: the loss is NaN',
      ],
      source: 'synaptic 1.1.4, src/Trainer',
    }),
  ],
)

export const neataptic = library(
  'neataptic',
  ['neataptic'],
  [
    arrays('neataptic', 'methods.cost.CROSS_ENTROPY', 'target', {
      silent: ['logits, and an output of exactly 1, even a right one: the loss is NaN', 'swapped arguments: the loss is infinite'],
      source: 'neataptic 1.4.7, src/methods/cost.js',
    }),
  ],
)

export const dannjs = library(
  'dannjs',
  [],
  [
    arrays('dannjs', 'lossfuncs.bce', 'prediction', {
      silent: ['logits, and an output of exactly 1, even a right one: the loss is NaN', 'swapped arguments: the loss is infinite'],
      source: 'dannjs 2.3.13, lossfuncs',
    }),
  ],
)

export const scikitjs = library(
  'scikitjs',
  [],
  [
    call('scikitjs', 'metrics.logLoss', {
      takes: [target('labels', 'probabilities'), prediction('predictions', 'probabilities')],
      applies: 'log',
      axis: 'elementwise',
      reduction: 'mean',
      silent: ['logits: the loss is that of TensorFlow.js, NaN outside [0, 1]'],
      source: 'scikitjs 1.24.0, metrics/metrics',
    }),
  ],
)
