import type { Kind } from '../../kinds.js'
import { type Computation, type Contract, call, type Transfer } from '../contract.js'
import { option, value } from '../parameters.js'

const pkg = 'keras'
const sources: Readonly<Record<string, string>> = {
  activations: 'keras 3.16.0, activations/activations.py',
  ops: 'keras 3.16.0, ops',
  backend: 'keras 3.16.0, legacy/backend.py',
  random: 'keras 3.16.0, random/random.py',
  layers: 'keras 3.16.0, layers',
  utils: 'keras 3.16.0, utils/numerical_utils.py',
}

type Facts = Partial<Contract>

const taking = (...names: string[]) => names.map((name, index) => (index === 0 ? value(name) : option(name)))
const pair = (first: string, second: string) => [value(first), value(second)]

/** An entry in each of some modules; `ops` and the older `backend` name most things alike. */
function each(modules: readonly string[], names: readonly string[], facts: Facts): Contract[] {
  return modules.flatMap((module) => names.map((name) => call(pkg, `${module}.${name}`, { ...facts, source: sources[module]! })))
}

const both = ['ops', 'backend']
const current = ['activations', 'ops']
const activating = [...current, 'backend']

const one = (
  modules: readonly string[],
  names: readonly string[],
  gives: Kind | Transfer,
  options: readonly string[] = [],
  facts: Facts = {},
) => each(modules, names, { takes: taking('x', ...options), gives, ...facts })

const confined = (modules: readonly string[], names: readonly string[], low: number, high: number, options: readonly string[] = []) =>
  one(modules, names, 'affine', options, { bounded: [low, high] })

const computing = (modules: readonly string[], names: readonly string[], computes: Computation, takes = taking('x', 'axis', 'keepdims')) =>
  each(modules, names, { takes, computes })

const two = (name: string, gives: Kind | Transfer, facts: Facts = {}) => each(['ops'], [name], { takes: pair('x1', 'x2'), gives, ...facts })

const scored = [value('x', 'logits')]
const scores = [...scored, option('axis', -1)]
const axis: Facts = { axis: -1, axisOption: 'axis' }

/** Operations that give a kind or hand one on, and those of which losses are written; every other gives an unknown value. */
export const operations: readonly Contract[] = [
  // Activations.
  ...each(activating, ['softmax'], { takes: scores, gives: 'distribution', computes: 'softmax', ...axis }),
  ...each(current, ['sparsemax'], { takes: scores, gives: 'distribution', ...axis }),
  ...each(current, ['log_softmax'], { takes: scores, gives: 'log-probabilities', computes: 'log-softmax', ...axis }),
  ...each(activating, ['sigmoid', 'hard_sigmoid'], { takes: scored, gives: 'probabilities', axis: 'elementwise' }),
  ...each(current, ['sparse_sigmoid'], { takes: scored, gives: 'probabilities', axis: 'elementwise' }),
  ...confined(['activations'], ['relu'], 0, Infinity, ['negative_slope', 'max_value', 'threshold']),
  ...confined(['ops'], ['relu'], 0, Infinity),
  ...confined(['backend'], ['relu'], 0, Infinity, ['alpha', 'max_value', 'threshold']),
  ...confined(current, ['relu6'], 0, 6),
  ...confined(activating, ['tanh', 'softsign'], -1, 1),
  ...confined(current, ['hard_tanh'], -1, 1),
  ...confined(activating, ['softplus'], 0, Infinity),
  ...confined(current, ['squareplus'], 0, Infinity, ['b']),
  ...confined(current, ['sparse_plus'], 0, Infinity),
  ...confined(activating, ['elu'], -1, Infinity, ['alpha']),
  ...confined(current, ['celu'], -1, Infinity, ['alpha']),
  ...confined(current, ['selu'], -1.7582, Infinity),
  ...confined(current, ['gelu'], -0.1701, Infinity, ['approximate']),
  ...confined(current, ['silu', 'swish'], -0.2785, Infinity),
  ...confined(['activations'], ['mish'], -0.3089, Infinity),
  ...confined(current, ['hard_silu', 'hard_swish'], -0.375, Infinity),
  ...one(current, ['leaky_relu'], 'affine', ['negative_slope']),
  ...one(current, ['tanh_shrink'], 'affine'),
  ...one(current, ['hard_shrink', 'soft_shrink'], 'affine', ['threshold']),
  ...one(['activations'], ['linear'], 'itself'),
  ...one(['activations'], ['exponential'], 'exp', [], { computes: 'exp' }),
  ...each(current, ['log_sigmoid'], { takes: taking('x'), computes: 'log-sigmoid' }),
  ...one(both, ['log'], 'log', [], { computes: 'log' }),
  ...one(both, ['exp'], 'exp', [], { computes: 'exp' }),
  ...computing(both, ['logsumexp'], 'log-sum-exp'),

  // Literal and random data. Zeros, ones and uniform numbers may stand for anything.
  ...one(['ops'], ['convert_to_tensor', 'array'], 'tensor', ['dtype']),
  ...each(['backend'], ['constant'], { takes: taking('value', 'dtype', 'shape'), gives: 'tensor' }),
  ...each(['backend'], ['variable'], { takes: taking('value', 'dtype', 'name'), gives: 'shape', learnt: true }),
  ...each(both, ['ones'], { takes: [option('shape')], gives: 'shape', classes: 'shape', computes: 'ones' }),
  ...each(both, ['zeros'], { takes: [option('shape')], gives: 'shape', classes: 'shape' }),
  ...each(['random'], ['uniform'], { takes: [option('shape')], gives: 'shape', classes: 'shape' }),
  ...each(['backend'], ['random_uniform'], { takes: [option('shape')], gives: 'shape', classes: 'shape' }),
  ...one(both, ['ones_like'], 'shape', ['dtype'], { computes: 'ones' }),
  ...one(both, ['zeros_like'], 'shape', ['dtype']),
  ...each(['random'], ['normal', 'truncated_normal'], { takes: [option('shape')], gives: 'logits', classes: 'shape' }),
  ...each(['backend'], ['random_normal', 'truncated_normal'], { takes: [option('shape')], gives: 'logits', classes: 'shape' }),

  // Classes.
  ...each(['utils'], ['to_categorical'], {
    takes: [value('x', 'class-indices'), option('num_classes')],
    gives: 'one-hot',
    axis: -1,
    classes: 'num_classes',
  }),
  ...each(['ops'], ['one_hot'], {
    takes: [value('x', 'class-indices'), option('num_classes'), option('axis', -1)],
    gives: 'one-hot',
    ...axis,
    classes: 'num_classes',
    classesUnless: 'axis',
  }),
  ...each(['backend'], ['one_hot'], {
    takes: [value('indices', 'class-indices'), option('num_classes')],
    gives: 'one-hot',
    axis: -1,
    classes: 'num_classes',
  }),
  ...one(['ops'], ['argmax', 'argmin'], 'class-indices', ['axis', 'keepdims']),
  ...one(['backend'], ['argmax', 'argmin'], 'class-indices', ['axis'], axis),
  ...each(['random'], ['categorical'], { takes: taking('logits', 'num_samples'), gives: 'class-indices' }),

  // Products with weights: any real number.
  ...two('matmul', 'logits', { classes: 'x2' }),
  ...two('dot', 'logits', { computes: 'dot' }),
  ...two('tensordot', 'logits'),
  ...each(['ops'], ['einsum'], { takes: [option('subscripts'), ...pair('a', 'b')], gives: 'logits' }),
  ...each(['backend'], ['dot'], { takes: pair('x', 'y'), gives: 'logits', classes: 'y', computes: 'dot' }),
  ...each(['backend'], ['batch_dot'], { takes: pair('x', 'y'), gives: 'logits' }),
  ...each(['ops'], ['conv', 'depthwise_conv', 'conv_transpose'], { takes: taking('inputs', 'kernel'), gives: 'logits' }),
  ...one(['ops'], ['batch_normalization'], 'logits', ['mean', 'variance', 'axis']),
  ...one(['backend'], ['batch_normalization'], 'logits', ['mean', 'var', 'beta', 'gamma', 'axis']),

  // Sums and scalings.
  ...two('add', 'affine', { computes: 'sum' }),
  ...two('subtract', 'affine', { computes: 'difference' }),
  ...two('multiply', 'affine', { computes: 'product' }),
  ...['divide', 'true_divide', 'divide_no_nan'].flatMap((name) => two(name, 'affine', { computes: 'quotient' })),
  ...one(['ops'], ['negative'], 'affine', [], { computes: 'negation' }),
  ...each(['backend'], ['bias_add'], { takes: pair('x', 'bias'), gives: 'affine', computes: 'sum' }),
  ...two('maximum', 'at-least'),
  ...two('minimum', 'at-most'),
  ...each(['backend'], ['maximum'], { takes: pair('x', 'y'), gives: 'at-least' }),
  ...each(['backend'], ['minimum'], { takes: pair('x', 'y'), gives: 'at-most' }),
  ...each(['layers'], ['add', 'average', 'multiply', 'subtract'], { takes: [value('inputs')], gives: 'affine' }),
  ...each(['layers'], ['dot'], { takes: taking('inputs', 'axes'), gives: 'logits' }),

  // Values of unknown kind, of which formulas are made.
  ...computing(both, ['sum'], 'total'),
  ...computing(both, ['mean'], 'average'),
  ...computing(['ops'], ['where'], 'choice', [value('condition'), ...pair('x1', 'x2')]),
  ...computing(['backend'], ['switch'], 'choice', [value('condition'), ...pair('then_expression', 'else_expression')]),

  // The same entries and the same rows.
  ...one(both, ['cast'], 'itself', ['dtype']),
  ...one(['ops'], ['copy', 'convert_to_numpy'], 'itself'),
  ...each(['ops'], ['stop_gradient'], { takes: taking('variable'), gives: 'itself' }),
  ...one(['backend'], ['cast_to_floatx', 'identity', 'eval', 'get_value'], 'itself'),
  ...each(['backend'], ['stop_gradient'], { takes: taking('variables'), gives: 'itself' }),
  ...each(['ops'], ['reshape'], { takes: taking('x', 'newshape'), gives: 'same', classes: 'newshape' }),
  ...each(['backend'], ['reshape'], { takes: taking('x', 'shape'), gives: 'same', classes: 'shape' }),
  ...one(['ops'], ['broadcast_to'], 'same', ['shape'], { classes: 'shape' }),
  ...one(both, ['expand_dims', 'squeeze'], 'same', ['axis'], { classes: null }),
  ...one(['ops'], ['ravel'], 'same', [], { classes: null }),
  ...one(['backend'], ['flatten', 'batch_flatten'], 'same', [], { classes: null }),
  ...one(['ops'], ['clip'], 'same', ['x_min', 'x_max']),
  ...one(['backend'], ['clip'], 'same', ['min_value', 'max_value']),
  ...one(['ops'], ['flip'], 'same', ['axis']),
  ...one(['backend'], ['reverse'], 'same', ['axes']),
  ...each(['random'], ['dropout'], { takes: taking('inputs', 'rate'), gives: 'same' }),
  ...one(['backend'], ['dropout'], 'same', ['level']),

  // Some of the entries, or all of them with the class axis perhaps moved.
  ...one(['ops'], ['transpose'], 'part', ['axes']),
  ...one(['backend'], ['transpose'], 'part'),
  ...one(['backend'], ['permute_dimensions'], 'part', ['pattern']),
  ...one(['ops'], ['swapaxes'], 'part', ['axis1', 'axis2']),
  ...one(['ops'], ['moveaxis'], 'part', ['source', 'destination']),
  ...one(['ops'], ['split'], 'part', ['indices_or_sections', 'axis']),
  ...one(['ops'], ['unstack'], 'part', ['num', 'axis']),
  ...one(['ops'], ['tile'], 'part', ['repeats']),
  ...one(['ops'], ['repeat'], 'part', ['repeats', 'axis']),
  ...one(['ops'], ['pad'], 'part', ['pad_width', 'mode']),
  ...each(['ops'], ['slice'], { takes: taking('inputs', 'start_indices', 'shape'), gives: 'part' }),
  ...one(['backend'], ['tile', 'repeat'], 'part', ['n']),
  ...one(['backend'], ['repeat_elements'], 'part', ['rep', 'axis']),
  ...one(['ops'], ['take', 'take_along_axis'], 'part', ['indices', 'axis'], { computes: 'pick' }),
  ...each(['backend'], ['gather'], { takes: taking('reference', 'indices'), gives: 'part', computes: 'pick' }),
  ...each(['ops'], ['max_pool', 'average_pool'], { takes: taking('inputs', 'pool_size'), gives: 'part' }),

  // Several values side by side.
  ...each(['ops'], ['concatenate'], { takes: taking('xs', 'axis'), gives: 'stack' }),
  ...each(['ops'], ['stack'], { takes: taking('x', 'axis'), gives: 'stack' }),
  ...each(['backend'], ['concatenate'], { takes: taking('tensors', 'axis'), gives: 'stack' }),
  ...each(['backend'], ['stack'], { takes: taking('x', 'axis'), gives: 'stack' }),

  ...arrays(),
]

/** Methods of a result: of a tensor of the backend, and of the array that `predict` gives. */
function arrays(): Contract[] {
  const source = 'NumPy, numpy.ndarray'
  const method = (name: string, gives: Kind | Transfer, options: readonly string[] = [], facts: Facts = {}) =>
    call(pkg, `Tensor.${name}`, { takes: taking('this', ...options), gives, source, ...facts })
  return [
    ...['numpy', 'astype', 'copy', 'tolist', 'detach', 'cpu'].map((name) => method(name, 'itself', ['dtype'])),
    ...['reshape', 'flatten', 'ravel', 'squeeze'].map((name) => method(name, 'same', ['shape'], { classes: null })),
    method('transpose', 'part', ['axes']),
    method('clip', 'same', ['min', 'max']),
    method('argmax', 'class-indices', ['axis']),
  ]
}
