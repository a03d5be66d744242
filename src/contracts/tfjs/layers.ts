import type { Kind } from '../../kinds.js'
import { type Contract, call, type Made, type Parameter, type Transfer } from '../contract.js'
import { option } from '../parameters.js'

const pkg = '@tensorflow/tfjs'

/** A factory of a layer. Every layer may be named, which is how losses in a record are matched to outputs. */
function layer(
  name: string,
  from: string,
  made: Omit<Made, 'type'>,
  options: readonly Parameter[],
  facts: Partial<Contract> = {},
): Contract {
  return call(pkg, `layers.${name}`, {
    takes: [...options, option('name'), option('inputShape')],
    config: true,
    makes: { type: 'Layer', ...made },
    source: `tfjs-layers 4.22, layers/${from}`,
    ...facts,
  })
}

const plain = (from: string, gives: Kind | Transfer, names: readonly string[]): Contract[] =>
  names.map((name) => layer(name, from, { gives }, []))

/** A layer of weights: any real number, then the activation. `standard` is the activation when none is named. */
function weighted(name: string, from: string, units: string | null, standard: string, more: Partial<Made> = {}): Contract {
  const activation = { option: 'activation', default: standard }
  const made: Made = { type: 'Layer', gives: 'logits', activation, ...(units ? { units } : {}), ...more }
  const options = [...(units ? [option(units)] : []), option('activation', standard)]
  return layer(name, from, made, options, { makes: made })
}

const confined = (name: string, low: number, high: number): Contract =>
  layer(name, 'advanced_activations', { gives: 'affine' }, [], { bounded: [low, high] })

/**
 * Every layer of TensorFlow.js of which something can be said; concatenations, dot products of distributions and the like have no entry.
 * Dropout, noise and masking act in training only or leave rows as they are; cropping, pooling and padding keep no row for certain.
 */
export const layers: readonly Contract[] = [
  weighted('dense', 'core', 'units', 'linear'),
  ...['conv1d', 'conv2d', 'conv2dTranspose', 'conv3d', 'conv3dTranspose', 'separableConv2d'].map((name) =>
    weighted(name, 'convolutional', 'filters', 'linear'),
  ),
  weighted('depthwiseConv2d', 'convolutional_depthwise', null, 'linear'),
  weighted('simpleRNN', 'recurrent', 'units', 'tanh'),
  weighted('simpleRNNCell', 'recurrent', 'units', 'tanh', { type: 'RNNCell' }),
  ...['gru', 'lstm'].map((name) => weighted(name, 'recurrent', 'units', 'tanh', { gated: true })),
  ...['gruCell', 'lstmCell'].map((name) => weighted(name, 'recurrent', 'units', 'tanh', { type: 'RNNCell', gated: true })),
  weighted('convLstm2d', 'convolutional_recurrent', 'filters', 'tanh', { gated: true }),
  weighted('convLstm2dCell', 'convolutional_recurrent', 'filters', 'tanh', { type: 'RNNCell', gated: true }),
  layer('rnn', 'recurrent', { wraps: 'cell' }, [option('cell')]),
  layer('stackedRNNCells', 'recurrent', { layers: 'cells' }, [option('cells')], { makes: { type: 'RNNCell', layers: 'cells' } }),
  layer('embedding', 'embeddings', { gives: 'logits', units: 'outputDim' }, [option('inputDim'), option('outputDim')]),

  layer('activation', 'core', { gives: 'same', activation: { option: 'activation', default: 'linear' } }, [option('activation')]),
  layer('softmax', 'advanced_activations', { gives: 'distribution' }, [option('axis', -1)], { axis: -1, axisOption: 'axis' }),
  confined('reLU', 0, Infinity),
  confined('thresholdedReLU', 0, Infinity),
  ...plain('advanced_activations', 'affine', ['leakyReLU', 'prelu', 'elu']),

  ...plain('normalization', 'logits', ['batchNormalization', 'layerNormalization']),
  ...plain('merge', 'affine', ['add', 'average', 'multiply']),
  layer('dot', 'merge', { gives: 'logits' }, [option('axes'), option('normalize', false)]),
  ...plain('preprocessing/image_preprocessing', 'affine', ['rescaling']),

  layer('inputLayer', 'input_layer', { gives: 'same' }, [option('batchInputShape')], { source: 'tfjs-layers 4.22, engine/input_layer' }),
  layer('dropout', 'core', { gives: 'same' }, [option('rate')]),
  layer('spatialDropout1d', 'core', { gives: 'same' }, [option('rate')]),
  ...plain('core', 'same', ['repeatVector', 'masking']),
  layer('flatten', 'core', { gives: 'same', units: null }, []),
  layer('reshape', 'core', { gives: 'same', units: 'targetShape' }, [option('targetShape')]),
  ...plain('noise', 'same', ['gaussianNoise', 'gaussianDropout', 'alphaDropout']),
  ...plain('convolutional', 'same', ['upSampling2d']),

  layer('permute', 'core', { gives: 'part' }, [option('dims')]),
  ...plain('convolutional', 'part', ['cropping2D']),
  ...plain('padding', 'part', ['zeroPadding2d']),
  ...plain('preprocessing/center_crop', 'part', ['centerCrop']),
  ...plain('preprocessing/image_resizing', 'part', ['resizing']),
  ...plain('pooling', 'part', ['averagePooling1d', 'averagePooling2d', 'averagePooling3d', 'avgPooling1d', 'avgPooling2d', 'avgPooling3d']),
  ...plain('pooling', 'part', ['avgPool1d', 'avgPool2d', 'avgPool3d', 'globalAveragePooling1d', 'globalAveragePooling2d']),
  ...plain('pooling', 'part', ['maxPooling1d', 'maxPooling2d', 'maxPooling3d', 'maxPool1d', 'maxPool2d']),
  ...plain('pooling', 'part', ['globalMaxPooling1d', 'globalMaxPooling2d', 'globalMaxPool1d', 'globalMaxPool2d']),

  layer('timeDistributed', 'wrappers', { wraps: 'layer' }, [option('layer')]),
  layer('bidirectional', 'wrappers', { wraps: 'layer', units: null }, [option('layer'), option('mergeMode', 'concat')]),
]
