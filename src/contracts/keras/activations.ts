import type { Framework } from '../framework.js'

type Activations = Framework['activations']

/**
 * Activation names that `activation=` accepts, exactly as Keras 3.16 spells them. Intervals are the infimum and supremum of the function;
 * those that are no round number are rounded outwards. `glu`, which halves the last axis, and `threshold`, which needs arguments, have no entry.
 */
const functions: Activations = {
  linear: { gives: 'same' },
  softmax: { gives: 'distribution' },
  sparsemax: { gives: 'distribution' },
  log_softmax: { gives: 'log-probabilities' },
  sigmoid: { gives: 'probabilities' },
  hard_sigmoid: { gives: 'probabilities' },
  sparse_sigmoid: { gives: 'probabilities' },
  // Rows of elementwise log-sigmoids are not normalised, so they are no log-probabilities of classes.
  log_sigmoid: { gives: 'affine', bounded: [-Infinity, 0], by: 'log_sigmoid' },
  relu: { gives: 'affine', bounded: [0, Infinity], by: 'relu' },
  relu6: { gives: 'affine', bounded: [0, 6], by: 'relu6' },
  tanh: { gives: 'affine', bounded: [-1, 1], by: 'tanh' },
  hard_tanh: { gives: 'affine', bounded: [-1, 1], by: 'hard_tanh' },
  softsign: { gives: 'affine', bounded: [-1, 1], by: 'softsign' },
  softplus: { gives: 'affine', bounded: [0, Infinity], by: 'softplus' },
  squareplus: { gives: 'affine', bounded: [0, Infinity], by: 'squareplus' },
  sparse_plus: { gives: 'affine', bounded: [0, Infinity], by: 'sparse_plus' },
  exponential: { gives: 'affine', bounded: [0, Infinity], by: 'exponential' },
  elu: { gives: 'affine', bounded: [-1, Infinity], by: 'elu' },
  celu: { gives: 'affine', bounded: [-1, Infinity], by: 'celu' },
  selu: { gives: 'affine', bounded: [-1.7582, Infinity], by: 'selu' },
  gelu: { gives: 'affine', bounded: [-0.1701, Infinity], by: 'gelu' },
  silu: { gives: 'affine', bounded: [-0.2785, Infinity], by: 'silu' },
  swish: { gives: 'affine', bounded: [-0.2785, Infinity], by: 'swish' },
  mish: { gives: 'affine', bounded: [-0.3089, Infinity], by: 'mish' },
  hard_silu: { gives: 'affine', bounded: [-0.375, Infinity], by: 'hard_silu' },
  hard_swish: { gives: 'affine', bounded: [-0.375, Infinity], by: 'hard_swish' },
  leaky_relu: { gives: 'affine' },
  tanh_shrink: { gives: 'affine' },
  hard_shrink: { gives: 'affine' },
  soft_shrink: { gives: 'affine' },
}

/** Names of activation layers, which Keras 2 accepts as well. */
const layers: Activations = {
  Softmax: { gives: 'distribution' },
  ReLU: { gives: 'affine', bounded: [0, Infinity], by: 'ReLU' },
  ThresholdedReLU: { gives: 'affine', bounded: [0, Infinity], by: 'ThresholdedReLU' },
  ELU: { gives: 'affine', bounded: [-1, Infinity], by: 'ELU' },
  LeakyReLU: { gives: 'affine' },
  PReLU: { gives: 'affine' },
}

export const activations: Activations = { ...functions, ...layers }
