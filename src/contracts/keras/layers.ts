import type { Kind } from '../../kinds.js'
import { type Contract, call, type Made, type Parameter, type Transfer } from '../contract.js'
import { option } from '../parameters.js'

const pkg = 'keras'

/** A class of a layer. Every layer may be named, by keyword, which is how losses in a dictionary are matched to outputs. */
function layer(name: string, from: string, made: Partial<Made>, options: readonly string[] = [], facts: Partial<Contract> = {}): Contract {
  return call(pkg, `layers.${name}`, {
    takes: [...options.map(described), option('name')],
    makes: { type: 'Layer', ...made },
    source: `keras 3.16.0, layers/${from}`,
    ...facts,
  })
}

/** `axis=-1` is an option with its standard value. */
function described(text: string): Parameter {
  const [name, standard] = text.split('=') as [string, string?]
  return option(name, standard === undefined || Number.isNaN(Number(standard)) ? standard : Number(standard))
}

const plain = (from: string, gives: Kind | Transfer, names: readonly string[], options: readonly string[] = []): Contract[] =>
  names.map((name) => layer(name, from, { gives }, options))

const opaque = (from: string, names: readonly string[], options: readonly string[] = []): Contract[] =>
  names.map((name) => layer(name, from, {}, options))

/** A layer of weights: any real number, then the activation, which is an option of its own. */
function weighted(names: readonly string[], from: string, options: readonly string[], more: Partial<Made> = {}): Contract[] {
  const standard = options.find((each) => each.startsWith('activation='))?.split('=')[1] ?? 'linear'
  const activation = { option: 'activation', default: standard, none: 'linear' }
  const units = ['units', 'filters'].find((each) => options.includes(each))
  return names.map((name) => layer(name, from, { type: 'Layer', gives: 'logits', activation, ...(units && { units }), ...more }, options))
}

const confined = (name: string, low: number, high: number, options: readonly string[]): Contract =>
  layer(name, 'activations', { gives: 'affine' }, options, { bounded: [low, high] })

const initial = ['kernel_initializer', 'bias_initializer', 'kernel_regularizer', 'bias_regularizer']
const biased = ['use_bias', ...initial]
const recurrent = ['use_bias', 'kernel_initializer', 'recurrent_initializer', 'bias_initializer']
const window = ['filters', 'kernel_size', 'strides', 'padding']
const convolved = [...window, 'data_format', 'dilation_rate', 'groups', 'activation', ...biased]
const spread = ['data_format', 'dilation_rate', 'activation', ...biased]
const depthwise = ['kernel_size', 'strides', 'padding', 'depth_multiplier', 'data_format', 'dilation_rate', 'activation', 'use_bias']
const separable = [...window, 'data_format', 'dilation_rate', 'depth_multiplier', 'activation', 'use_bias']
const ranks = (name: string, ...of: number[]): string[] => of.map((rank) => `${name}${rank}D`)
const pooled = ['pool_size', 'strides', 'padding', 'data_format']

/** Layers of Keras. Names that only Keras 2 has are among them; attention, whose result is perhaps a pair, and concatenations are opaque. */
export const layers: readonly Contract[] = [
  ...weighted(['Dense'], 'core/dense.py', ['units', 'activation', ...biased, 'activity_regularizer']),
  layer(
    'EinsumDense',
    'core/einsum_dense.py',
    { gives: 'logits', units: 'output_shape', activation: { option: 'activation', default: 'linear' } },
    ['equation', 'output_shape', 'activation', 'bias_axes', ...initial],
  ),
  ...weighted([...ranks('Conv', 1, 2, 3), ...ranks('Convolution', 1, 2, 3)], 'convolutional', convolved),
  ...weighted(['Conv1DTranspose', 'Conv2DTranspose', 'Convolution1DTranspose', 'Convolution2DTranspose'], 'convolutional', [
    ...window,
    'output_padding',
    ...spread,
  ]),
  ...weighted(['Conv3DTranspose', 'Convolution3DTranspose'], 'convolutional', [
    ...window,
    'data_format',
    'output_padding',
    'dilation_rate',
    'activation',
    ...biased,
  ]),
  ...weighted([...ranks('SeparableConv', 1, 2), ...ranks('SeparableConvolution', 1, 2)], 'convolutional', separable),
  ...weighted(ranks('DepthwiseConv', 1, 2), 'convolutional', depthwise),
  ...weighted(ranks('LocallyConnected', 1, 2), 'local (Keras 2)', [...window, 'data_format', 'activation', ...biased]),
  ...weighted(['SimpleRNN'], 'rnn', ['units', 'activation=tanh', ...recurrent]),
  ...weighted(['LSTM', 'GRU'], 'rnn', ['units', 'activation=tanh', 'recurrent_activation', ...recurrent], { gated: true }),
  ...weighted(['SimpleRNNCell'], 'rnn', ['units', 'activation=tanh', ...recurrent], { type: 'RNNCell' }),
  ...weighted(['LSTMCell', 'GRUCell'], 'rnn', ['units', 'activation=tanh', 'recurrent_activation', ...recurrent], {
    type: 'RNNCell',
    gated: true,
  }),
  ...weighted(ranks('ConvLSTM', 1, 2, 3), 'rnn', [...window, 'data_format', 'dilation_rate', 'activation=tanh', 'recurrent_activation'], {
    gated: true,
  }),
  ...['CuDNNLSTM', 'CuDNNGRU'].map((name) => layer(name, 'rnn (Keras 2)', { gives: 'logits', units: 'units' }, ['units'])),
  layer('RNN', 'rnn/rnn.py', { wraps: 'cell' }, ['cell', 'return_sequences', 'return_state']),
  layer('StackedRNNCells', 'rnn/stacked_rnn_cells.py', { type: 'RNNCell', layers: 'cells' }, ['cells']),
  layer('Embedding', 'core/embedding.py', { gives: 'logits', units: 'output_dim' }, ['input_dim', 'output_dim', 'embeddings_initializer']),

  layer('Activation', 'activations/activation.py', { gives: 'same', activation: { option: 'activation', default: 'linear' } }, [
    'activation',
  ]),
  // The function is applied to the input, as that of an Activation is.
  layer('Lambda', 'core/lambda_layer.py', { gives: 'same', activation: { option: 'function', default: 'linear' } }, [
    'function',
    'output_shape',
    'mask',
    'arguments',
  ]),
  layer('Softmax', 'activations/softmax.py', { gives: 'distribution' }, ['axis=-1'], { axis: -1, axisOption: 'axis' }),
  confined('ReLU', 0, Infinity, ['max_value', 'negative_slope', 'threshold']),
  confined('ThresholdedReLU', 0, Infinity, ['theta']),
  ...plain('activations', 'affine', ['LeakyReLU'], ['negative_slope']),
  ...plain('activations', 'affine', ['PReLU'], ['alpha_initializer', 'alpha_regularizer', 'alpha_constraint', 'shared_axes']),
  ...plain('activations', 'affine', ['ELU'], ['alpha']),

  ...plain('normalization', 'logits', ['BatchNormalization'], ['axis', 'momentum', 'epsilon', 'center', 'scale']),
  ...plain('normalization', 'logits', ['LayerNormalization'], ['axis', 'epsilon', 'center', 'scale']),
  ...plain('normalization', 'logits', ['GroupNormalization'], ['groups', 'axis', 'epsilon', 'center', 'scale']),
  ...plain('normalization', 'logits', ['RMSNormalization'], ['axis', 'epsilon']),
  layer('SpectralNormalization', 'normalization', { wraps: 'layer' }, ['layer', 'power_iterations']),

  ...plain('merging', 'affine', ['Add', 'Average', 'Multiply', 'Subtract']),
  ...plain('merging', 'logits', ['Dot'], ['axes', 'normalize']),
  ...opaque('merging', ['Concatenate'], ['axis']),
  ...opaque('merging', ['Maximum', 'Minimum']),
  ...plain('preprocessing', 'affine', ['Rescaling'], ['scale', 'offset']),
  ...opaque('preprocessing', ['Normalization'], ['axis', 'mean', 'variance', 'invert']),
  ...opaque('attention', ['MultiHeadAttention'], ['num_heads', 'key_dim', 'value_dim', 'dropout']),
  ...opaque('attention', ['Attention'], ['use_scale', 'score_mode', 'dropout', 'seed']),
  ...opaque('attention', ['AdditiveAttention'], ['use_scale', 'dropout']),
  ...opaque('attention', ['GroupQueryAttention'], ['head_dim', 'num_query_heads', 'num_key_value_heads', 'dropout']),

  ...plain('core', 'same', ['Identity']),
  ...plain('core', 'same', ['Masking'], ['mask_value']),
  ...plain('regularization', 'same', ['Dropout', 'AlphaDropout'], ['rate', 'noise_shape', 'seed']),
  ...plain('regularization', 'same', ['GaussianDropout'], ['rate', 'seed']),
  ...plain('regularization', 'same', ['GaussianNoise'], ['stddev', 'seed']),
  ...plain('regularization', 'same', ['ActivityRegularization'], ['l1', 'l2']),
  ...plain('regularization', 'same', ['SpatialDropout1D'], ['rate', 'seed']),
  ...plain('regularization', 'same', ranks('SpatialDropout', 2, 3), ['rate', 'data_format', 'seed']),
  ...plain('core/input_layer.py', 'same', ['InputLayer'], ['shape', 'batch_size', 'dtype']),
  ...plain('reshaping', 'same', ['RepeatVector'], ['n']),
  layer('Flatten', 'reshaping/flatten.py', { gives: 'same', units: null }, ['data_format']),
  layer('Reshape', 'reshaping/reshape.py', { gives: 'same', units: 'target_shape' }, ['target_shape']),
  ...plain('reshaping', 'same', ['UpSampling1D'], ['size']),
  ...plain('reshaping', 'same', ranks('UpSampling', 2, 3), ['size', 'data_format']),

  ...plain('reshaping', 'part', ['Permute'], ['dims']),
  ...plain('reshaping', 'part', ['Cropping1D'], ['cropping']),
  ...plain('reshaping', 'part', ranks('Cropping', 2, 3), ['cropping', 'data_format']),
  ...plain('reshaping', 'part', ranks('ZeroPadding', 1, 2, 3), ['padding', 'data_format']),
  ...plain('preprocessing', 'part', ['CenterCrop', 'Resizing'], ['height', 'width']),
  ...['AveragePooling', 'AvgPool', 'MaxPooling', 'MaxPool'].flatMap((name) => plain('pooling', 'part', ranks(name, 1, 2, 3), pooled)),
  ...['GlobalAveragePooling', 'GlobalAvgPool', 'GlobalMaxPooling', 'GlobalMaxPool'].flatMap((name) =>
    plain('pooling', 'part', ranks(name, 1, 2, 3), ['data_format', 'keepdims']),
  ),
  ...['AdaptiveAveragePooling', 'AdaptiveMaxPooling'].flatMap((name) =>
    plain('pooling', 'part', ranks(name, 1, 2, 3), ['output_size', 'data_format']),
  ),

  layer('TimeDistributed', 'rnn/time_distributed.py', { wraps: 'layer' }, ['layer']),
  layer('Bidirectional', 'rnn/bidirectional.py', { wraps: 'layer', units: null }, ['layer', 'merge_mode']),
]
