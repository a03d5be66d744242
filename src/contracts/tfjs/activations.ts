import type { Framework } from '../framework.js'

/**
 * Activation names that layers accept, exactly as tfjs-layers 4.22 spells them. Intervals are the infimum and supremum of the function;
 * those that are no round number (selu, gelu, swish, mish) are rounded outwards.
 */
export const activations: Framework['activations'] = {
  linear: { gives: 'same' },
  softmax: { gives: 'distribution' },
  Softmax: { gives: 'distribution' },
  logSoftmax: { gives: 'log-probabilities' },
  sigmoid: { gives: 'probabilities' },
  hardSigmoid: { gives: 'probabilities' },
  relu: { gives: 'affine', bounded: [0, Infinity], by: 'relu' },
  ReLU: { gives: 'affine', bounded: [0, Infinity], by: 'ReLU' },
  ThresholdedReLU: { gives: 'affine', bounded: [0, Infinity], by: 'ThresholdedReLU' },
  relu6: { gives: 'affine', bounded: [0, 6], by: 'relu6' },
  tanh: { gives: 'affine', bounded: [-1, 1], by: 'tanh' },
  softsign: { gives: 'affine', bounded: [-1, 1], by: 'softsign' },
  softplus: { gives: 'affine', bounded: [0, Infinity], by: 'softplus' },
  elu: { gives: 'affine', bounded: [-1, Infinity], by: 'elu' },
  ELU: { gives: 'affine', bounded: [-1, Infinity], by: 'ELU' },
  selu: { gives: 'affine', bounded: [-1.7582, Infinity], by: 'selu' },
  gelu: { gives: 'affine', bounded: [-0.1701, Infinity], by: 'gelu' },
  gelu_new: { gives: 'affine', bounded: [-0.1701, Infinity], by: 'gelu_new' },
  swish: { gives: 'affine', bounded: [-0.2785, Infinity], by: 'swish' },
  mish: { gives: 'affine', bounded: [-0.3089, Infinity], by: 'mish' },
  LeakyReLU: { gives: 'affine' },
  PReLU: { gives: 'affine' },
}
