import type { Contract, Parameter } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, value, weights } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'mxnet'
const losses = writer(pkg, 'mxnet, python/mxnet/gluon/loss.py')
const nn = writer(pkg, 'mxnet, python/mxnet/gluon/nn', 'gluon.Block')
const operations = writer(pkg, 'mxnet, python/mxnet/numpy_extension/_op.py')
const numpy = writer(pkg, 'mxnet, python/mxnet/numpy/multiarray.py')

type Facts = Parameters<typeof losses.entry>[1]

/** Weights of single samples are given to the call, which takes none here. */
const scaled = [weights('weight'), option('batch_axis', 0)]

/** A loss under its two names, with another contract where an option says that the input was activated before. */
function twofold(names: readonly string[], facts: Facts, flag: { name: string; on: boolean }, other: Facts): Contract[] {
  return names.flatMap((name) => {
    const given = `gluon.loss.${name}(${flag.name}=${flag.on ? 'True' : 'False'})`
    const common: Facts = { criterion: true, reduction: 'none', ...facts }
    return [
      losses.entry(`gluon.loss.${name}`, { ...common, depends: { option: flag.name, on: { [String(flag.on)]: `${pkg}#${given}` } } }),
      losses.entry(given, { ...common, silent: undefined, ...other }),
    ]
  })
}

function crossEntropies(): Contract[] {
  // `sparse_label` says whether the labels are class indices, so no kind of theirs is stated.
  const takes = (pred: Parameter) => [
    pred,
    target('label'),
    option('axis', -1),
    option('sparse_label', true),
    option('from_logits', false),
    ...scaled,
  ]
  return twofold(
    ['SoftmaxCrossEntropyLoss', 'SoftmaxCELoss'],
    {
      takes: takes(prediction('pred', 'logits')),
      applies: 'softmax',
      axis: -1,
      axisOption: 'axis',
      silent: ['probabilities as logits', 'logits with from_logits=True, which means log-probabilities here'],
    },
    { name: 'from_logits', on: true },
    { takes: takes(prediction('pred', 'log-probabilities')), applies: 'nothing', silent: ['logits: the loss has no lower bound'] },
  )
}

function binaries(): Contract[] {
  const takes = (pred: Parameter) => [pred, target('label', 'probabilities'), option('from_sigmoid', false), ...scaled]
  return twofold(
    ['SigmoidBinaryCrossEntropyLoss', 'SigmoidBCELoss'],
    {
      takes: takes(prediction('pred', 'logits')),
      applies: 'sigmoid',
      axis: 'elementwise',
      silent: ['sigmoid outputs, unless from_sigmoid is true', '[N] against [N, 1]: the labels take the shape of the prediction'],
    },
    { name: 'from_sigmoid', on: true },
    { takes: takes(prediction('pred', 'probabilities')), applies: 'log' },
  )
}

function divergences(): Contract[] {
  const takes = (pred: Parameter) => [pred, target('label', 'distribution'), option('from_logits', true), option('axis', -1), ...scaled]
  return twofold(
    ['KLDivLoss'],
    {
      takes: takes(prediction('pred', 'log-probabilities')),
      applies: 'nothing',
      axis: -1,
      axisOption: 'axis',
      silent: ['logits with the default from_logits=True, which means log-probabilities'],
    },
    { name: 'from_logits', on: false },
    { takes: takes(prediction('pred', 'logits')), applies: 'softmax' },
  )
}

/** MXNet Gluon: prediction first, one value a sample. `from_logits` means log-probabilities. */
export const mxnet: Framework = {
  package: pkg,
  imports: ['pypi:mxnet'],
  globals: [],
  shorthand: pkg,
  operators: { '+': 'np.add', '-': 'np.subtract', '*': 'np.multiply', '/': 'np.divide', '@': 'np.matmul', '-x': 'np.negative' },
  types: {
    Tensor: {},
    'gluon.Block': { runs: 'forward' },
    'gluon.HybridBlock': { extends: 'gluon.Block' },
    'gluon.nn.Sequential': { extends: 'gluon.Block' },
  },
  activations: {
    linear: { gives: 'same' },
    sigmoid: { gives: 'probabilities' },
    relu: { gives: 'affine', bounded: [0, Infinity] },
    softrelu: { gives: 'affine', bounded: [0, Infinity] },
    tanh: { gives: 'affine', bounded: [-1, 1] },
    softsign: { gives: 'affine', bounded: [-1, 1] },
  },
  lossNames: {},
  entries: [...crossEntropies(), ...binaries(), ...divergences(), ...blocks(), ...functions(), ...arithmetic()],
}

function blocks(): Contract[] {
  const within = (names: readonly string[]) => names.map((name) => `gluon.nn.${name}`)
  return [
    ...['Block', 'HybridBlock'].flatMap((name) =>
      ['gluon', 'gluon.nn', 'gluon.block'].map((module) => nn.entry(`${module}.${name}`, { makes: { type: `gluon.${name}` } })),
    ),
    nn.entry('gluon.Block.forward', { takes: [value('x')], gives: 'applied' }),
    ...nn.inert(['initialize', 'hybridize', 'collect_params', 'load_parameters', 'save_parameters'].map((name) => `gluon.Block.${name}`)),
    ...within(['Sequential', 'HybridSequential']).map((name) =>
      nn.entry(name, { takes: [option('layers')], makes: { type: 'gluon.nn.Sequential', layers: 'layers' } }),
    ),
    nn.entry('gluon.nn.Sequential.add', { takes: [value('block')], mutates: 'append' }),
    nn.entry('gluon.nn.Dense', {
      takes: [option('units'), option('activation')],
      makes: { type: 'gluon.Block', gives: 'logits', units: 'units', activation: { option: 'activation', default: 'linear' } },
    }),
    ...within(['Conv1D', 'Conv2D', 'Conv3D', 'Conv2DTranspose']).map((name) =>
      nn.entry(name, {
        takes: [option('channels'), option('kernel_size'), option('activation')],
        makes: { type: 'gluon.Block', gives: 'logits', units: 'channels', activation: { option: 'activation', default: 'linear' } },
      }),
    ),
    ...nn.layers(within(['Embedding']), { gives: 'logits', units: 'output_dim' }, ['input_dim', 'output_dim']),
    ...nn.layers(within(['BatchNorm', 'LayerNorm', 'GroupNorm', 'InstanceNorm']), { gives: 'logits' }),
    ...nn.layers(within(['LeakyReLU', 'PReLU', 'ELU', 'SELU', 'GELU', 'Swish', 'SiLU']), { gives: 'affine' }),
    ...nn.layers(within(['Dropout', 'Identity']), { gives: 'same' }),
    ...nn.layers(within(['Flatten']), { gives: 'same', units: null }),
    ...nn.layers(within(['MaxPool2D', 'AvgPool2D', 'GlobalAvgPool2D', 'GlobalMaxPool2D']), { gives: 'part' }),
  ]
}

function functions(): Contract[] {
  const data = value('data', 'logits')
  const axis = option('axis', -1)
  return [
    operations.entry('npx.softmax', {
      takes: [data, option('length'), axis],
      gives: 'distribution',
      computes: 'softmax',
      axis: -1,
      axisOption: 'axis',
    }),
    operations.entry('nd.softmax', { takes: [data, axis], gives: 'distribution', computes: 'softmax', axis: -1, axisOption: 'axis' }),
    ...['npx.log_softmax', 'nd.log_softmax'].map((name) =>
      operations.entry(name, {
        takes: [data, axis],
        gives: 'log-probabilities',
        computes: 'log-softmax',
        axis: -1,
        axisOption: 'axis',
      }),
    ),
    ...['npx.sigmoid', 'nd.sigmoid'].map((name) => operations.sigmoid(name)),
    ...['npx.relu', 'nd.relu'].map((name) => operations.confined(name, 0, Infinity)),
    operations.entry('npx.one_hot', {
      takes: [value('data', 'class-indices'), option('depth')],
      gives: 'one-hot',
      axis: -1,
      classes: 'depth',
    }),
    operations.entry('npx.pick', { takes: [value('data'), option('index'), axis], gives: 'part', computes: 'pick' }),
  ]
}

/** What NumPy has under the same names. */
function arithmetic(): Contract[] {
  const pair = [value('x1'), value('x2')]
  return [
    numpy.entry('np.add', { takes: pair, gives: 'affine', computes: 'sum' }),
    numpy.entry('np.subtract', { takes: pair, gives: 'affine', computes: 'difference' }),
    numpy.entry('np.multiply', { takes: pair, gives: 'affine', computes: 'product' }),
    numpy.entry('np.divide', { takes: pair, gives: 'affine', computes: 'quotient' }),
    numpy.entry('np.negative', { takes: [value('x')], gives: 'affine', computes: 'negation' }),
    ...numpy.products(['np.matmul']),
    numpy.entry('np.exp', { takes: [value('x')], gives: 'exp', computes: 'exp' }),
    numpy.entry('np.log', { takes: [value('x')], gives: 'log', computes: 'log' }),
    numpy.entry('np.sum', { takes: [value('a'), option('axis')], computes: 'total' }),
    numpy.entry('np.mean', { takes: [value('a'), option('axis')], computes: 'average' }),
  ]
}
