import { type Contract, call, type Made, type Transfer } from '../contract.js'
import { option, value } from '../parameters.js'

const pkg = 'tensorflow'
const v1 = 'tensorflow 1.15.0, python/layers'
const contrib = 'tensorflow 1.15.0, contrib/layers/python/layers/layers.py'

const window = ['kernel_size', 'strides', 'padding', 'data_format']
const named = (names: readonly string[]) => names.map((name) => option(name))

/** A layer as a function: it is made and applied to its first argument at once. */
function applied(names: readonly string[], options: readonly string[], made: Omit<Made, 'type' | 'on'>, source: string): Contract[] {
  return names.map((name) =>
    call(pkg, name, { takes: [value('inputs'), ...named(options)], makes: { type: 'Layer', on: 'inputs', ...made }, source }),
  )
}

const kept = (names: readonly string[], gives: Transfer, options: readonly string[], source: string, classes?: null): Contract[] =>
  names.map((name) => call(pkg, name, { takes: [value('inputs'), ...named(options)], gives, ...(classes === null && { classes }), source }))

/** A layer as a class: options as those of the function, without the input. */
const made = (names: readonly string[], options: readonly string[], facts: Partial<Made>): Contract[] =>
  names.map((name) => call(pkg, `layers.${name}`, { takes: named([...options, 'name']), makes: { type: 'Layer', ...facts }, source: v1 }))

const activation = { option: 'activation', default: 'linear' }
const dense = ['units', 'activation', 'use_bias']
const convolution = ['filters', ...window, 'dilation_rate', 'activation', 'use_bias']
const transposed = ['filters', ...window, 'activation', 'use_bias']
const separable = ['filters', ...window, 'dilation_rate', 'depth_multiplier', 'activation', 'use_bias']
const inContrib = (...names: string[]) => names.map((name) => `contrib.layers.${name}`)

/** In `contrib` the activation of a layer with weights is ReLU, unless another one or `None` is given. */
const unlessNone = { option: 'activation_fn', default: 'relu', none: 'linear' }

/** Layers of TensorFlow 1, as functions and as classes. */
export const layers: readonly Contract[] = [
  ...applied(['layers.dense'], dense, { gives: 'logits', units: 'units', activation }, v1),
  ...applied(['layers.conv1d', 'layers.conv2d', 'layers.conv3d'], convolution, { gives: 'logits', units: 'filters', activation }, v1),
  ...applied(['layers.conv2d_transpose', 'layers.conv3d_transpose'], transposed, { gives: 'logits', units: 'filters', activation }, v1),
  ...applied(['layers.separable_conv1d', 'layers.separable_conv2d'], separable, { gives: 'logits', units: 'filters', activation }, v1),
  ...applied(['layers.batch_normalization'], ['axis', 'momentum', 'epsilon'], { gives: 'logits' }, v1),
  ...kept(['layers.flatten'], 'same', ['name', 'data_format'], v1, null),
  ...kept(['layers.dropout'], 'same', ['rate', 'noise_shape', 'seed', 'training'], v1),
  ...['average_pooling', 'max_pooling'].flatMap((name) =>
    kept(
      [1, 2, 3].map((rank) => `layers.${name}${rank}d`),
      'part',
      ['pool_size', 'strides', 'padding'],
      v1,
    ),
  ),

  ...made(['Dense'], dense, { gives: 'logits', units: 'units', activation }),
  ...made(['Conv1D', 'Conv2D', 'Conv3D'], convolution, { gives: 'logits', units: 'filters', activation }),
  ...made(['Conv2DTranspose', 'Conv3DTranspose'], transposed, { gives: 'logits', units: 'filters', activation }),
  ...made(['SeparableConv1D', 'SeparableConv2D'], separable, { gives: 'logits', units: 'filters', activation }),
  ...made(['BatchNormalization'], ['axis', 'momentum', 'epsilon'], { gives: 'logits' }),
  ...made(['Flatten'], [], { gives: 'same', units: null }),
  ...made(['Dropout'], ['rate'], { gives: 'same' }),
  ...['AveragePooling', 'MaxPooling'].flatMap((name) =>
    made(
      [1, 2, 3].map((rank) => `${name}${rank}D`),
      ['pool_size', 'strides', 'padding'],
      { gives: 'part' },
    ),
  ),
  ...made(['Layer'], [], {}),
  ...['Layer.__call__', 'Layer.call', 'Layer.apply'].map((name) =>
    call(pkg, name, { takes: [value('inputs')], gives: 'applied', source: v1 }),
  ),

  ...applied(
    inContrib('fully_connected'),
    ['num_outputs', 'activation_fn', 'normalizer_fn'],
    { gives: 'logits', units: 'num_outputs', activation: unlessNone },
    contrib,
  ),
  ...applied(
    inContrib('conv2d', 'convolution', 'convolution2d'),
    ['num_outputs', 'kernel_size', 'stride', 'padding', 'data_format', 'rate', 'activation_fn'],
    { gives: 'logits', units: 'num_outputs', activation: unlessNone },
    contrib,
  ),
  ...applied(inContrib('linear'), ['num_outputs'], { gives: 'logits', units: 'num_outputs' }, contrib),
  ...kept(inContrib('flatten'), 'same', ['outputs_collections', 'scope'], contrib, null),
  ...kept(inContrib('dropout'), 'same', ['keep_prob'], contrib),
  ...kept(inContrib('max_pool2d', 'avg_pool2d'), 'part', ['kernel_size', 'stride', 'padding'], contrib),
  call(pkg, 'contrib.layers.softmax', {
    takes: [value('logits', 'logits'), option('scope')],
    gives: 'distribution',
    axis: -1,
    source: contrib,
  }),
]
