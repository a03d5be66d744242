import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, value, weights } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'mindspore'
const losses = writer(pkg, 'mindspore 2.5.0, documentation of mindspore.nn and mindspore.ops')
const nn = writer(pkg, 'mindspore 2.5.0, documentation of mindspore.nn', 'nn.Cell')
const ops = writer(pkg, 'mindspore 2.5.0, documentation of mindspore.ops')

const reduction = option('reduction', 'mean')
const choices = [weights('weight'), option('ignore_index', -100), reduction, option('label_smoothing', 0)]

type Facts = Parameters<typeof losses.entry>[1]

/** The documentation calls the input log-probabilities; the formula takes the softmax of it, so scores are as good. */
const crossEntropy: Facts = {
  applies: 'softmax',
  axis: 1,
  ignoreIndex: -100,
  reduction: 'mean',
  silent: ['probabilities as logits'],
}

/** Of the same name as in PyTorch, whose contract it has. The binary loss calls its probabilities `logits`. */
const binary: Facts = {
  applies: 'log',
  axis: 'elementwise',
  reduction: 'mean',
  silent: ['logits, which the name of the parameter asks for: values have to lie in [0, 1]'],
}

function fused(): Contract[] {
  const name = 'nn.SoftmaxCrossEntropyWithLogits'
  const sparse = `${name}(sparse=True)`
  const options = [option('sparse', false), option('reduction', 'none')]
  const common: Facts = { criterion: true, applies: 'softmax', axis: -1, reduction: 'none' }
  return [
    losses.entry(name, {
      ...common,
      takes: [prediction('logits', 'logits'), target('labels', 'distribution'), ...options],
      depends: { option: 'sparse', on: { true: `${pkg}#${sparse}` } },
      silent: ['probabilities as logits', 'the mean left out: the loss is one value a row'],
      raises: ['class indices, unless sparse is true: their type is not that of the logits'],
    }),
    losses.entry(sparse, { ...common, takes: [prediction('logits', 'logits'), target('labels', 'class-indices'), ...options] }),
  ]
}

/** MindSpore: prediction first. A cell is applied by its method `construct`. */
export const mindspore: Framework = {
  package: pkg,
  imports: ['pypi:mindspore'],
  globals: [],
  shorthand: pkg,
  operators: { '+': 'ops.add', '-': 'ops.sub', '*': 'ops.mul', '/': 'ops.div', '@': 'ops.matmul', '-x': 'ops.neg' },
  types: { Tensor: {}, 'nn.Cell': { runs: 'construct' }, 'nn.SequentialCell': { extends: 'nn.Cell' }, Model: {} },
  activations: {
    softmax: { gives: 'distribution' },
    log_softmax: { gives: 'log-probabilities' },
    logsoftmax: { gives: 'log-probabilities' },
    sigmoid: { gives: 'probabilities' },
    relu: { gives: 'affine', bounded: [0, Infinity] },
    relu6: { gives: 'affine', bounded: [0, 6] },
    tanh: { gives: 'affine', bounded: [-1, 1] },
    identity: { gives: 'same' },
  },
  lossNames: {},
  entries: [
    losses.entry('nn.CrossEntropyLoss', {
      ...crossEntropy,
      criterion: true,
      takes: [prediction('logits', 'logits', 'log-probabilities'), target('labels', 'class-indices', 'distribution'), ...choices],
    }),
    losses.entry('ops.cross_entropy', {
      ...crossEntropy,
      takes: [prediction('input', 'logits', 'log-probabilities'), target('target', 'class-indices', 'distribution'), ...choices],
    }),
    ...fused(),
    losses.entry('ops.binary_cross_entropy', {
      ...binary,
      takes: [prediction('logits', 'probabilities'), target('labels', 'probabilities'), weights('weight'), reduction],
    }),
    losses.entry('nn.BCELoss', {
      ...binary,
      criterion: true,
      takes: [prediction('logits', 'probabilities'), target('labels', 'probabilities'), weights('weight'), reduction],
    }),
    ...cells(),
    ...operations(),
  ],
}

function cells(): Contract[] {
  return [
    nn.entry('nn.Cell', { makes: { type: 'nn.Cell' } }),
    ...nn.layers(['nn.SequentialCell'], { type: 'nn.SequentialCell', layers: 'args' }),
    nn.entry('nn.SequentialCell.append', { takes: [value('cell')], mutates: 'append' }),
    nn.entry('nn.Cell.construct', { takes: [value('inputs')], gives: 'applied' }),
    ...nn.inert(['nn.Cell.set_train', 'nn.Cell.trainable_params', 'nn.Cell.parameters_dict']),
    nn.entry('nn.Dense', {
      takes: ['in_channels', 'out_channels', 'weight_init', 'bias_init', 'has_bias', 'activation'].map((name) => option(name)),
      makes: { type: 'nn.Cell', gives: 'logits', units: 'out_channels', activation: { option: 'activation', default: 'identity' } },
    }),
    ...nn.layers(['nn.Conv1d', 'nn.Conv2d', 'nn.Conv3d', 'nn.Conv2dTranspose'], { gives: 'logits', units: 'out_channels' }, [
      'in_channels',
      'out_channels',
    ]),
    ...nn.layers(['nn.Embedding'], { gives: 'logits', units: 'embedding_size' }, ['vocab_size', 'embedding_size']),
    ...nn.layers(['nn.BatchNorm1d', 'nn.BatchNorm2d', 'nn.LayerNorm', 'nn.GroupNorm'], { gives: 'logits' }),
    ...nn.layers(['nn.Softmax'], { gives: 'distribution' }, ['axis'], { axis: -1, axisOption: 'axis', computes: 'softmax' }),
    ...nn.layers(['nn.LogSoftmax'], { gives: 'log-probabilities' }, ['axis'], { axis: -1, axisOption: 'axis', computes: 'log-softmax' }),
    ...nn.layers(['nn.Sigmoid'], { gives: 'probabilities' }, [], { axis: 'elementwise' }),
    ...nn.layers(['nn.ReLU'], { gives: 'affine' }, [], { bounded: [0, Infinity] }),
    ...nn.layers(['nn.Tanh'], { gives: 'affine' }, [], { bounded: [-1, 1] }),
    ...nn.layers(['nn.LeakyReLU', 'nn.ELU', 'nn.GELU'], { gives: 'affine' }),
    ...nn.layers(['nn.Dropout', 'nn.Identity'], { gives: 'same' }),
    ...nn.layers(['nn.Flatten'], { gives: 'same', units: null }),
    ...nn.layers(['nn.MaxPool2d', 'nn.AvgPool2d'], { gives: 'part' }),
    ...['Model', 'train.Model'].map((name) =>
      nn.entry(name, {
        takes: [option('network'), option('loss_fn'), option('optimizer'), option('metrics')],
        trains: 'loss_fn',
        makes: { type: 'Model', wraps: 'network' },
      }),
    ),
  ]
}

function operations(): Contract[] {
  const pair = [value('input'), value('other')]
  return [
    { ...ops.normalising('ops.softmax', 'distribution', -1, 'axis'), computes: 'softmax' },
    { ...ops.normalising('ops.log_softmax', 'log-probabilities', -1, 'axis'), computes: 'log-softmax' },
    ops.sigmoid('ops.sigmoid'),
    ops.confined('ops.relu', 0, Infinity),
    ops.confined('ops.tanh', -1, 1),
    ops.entry('ops.exp', { takes: [value('input')], gives: 'exp', computes: 'exp' }),
    ops.entry('ops.log', { takes: [value('input')], gives: 'log', computes: 'log' }),
    ops.entry('ops.matmul', { takes: pair, gives: 'logits', classes: 'other' }),
    ops.entry('ops.add', { takes: pair, gives: 'affine', computes: 'sum' }),
    ...['ops.sub', 'ops.subtract'].map((name) => ops.entry(name, { takes: pair, gives: 'affine', computes: 'difference' })),
    ...['ops.mul', 'ops.multiply'].map((name) => ops.entry(name, { takes: pair, gives: 'affine', computes: 'product' })),
    ...['ops.div', 'ops.divide'].map((name) => ops.entry(name, { takes: pair, gives: 'affine', computes: 'quotient' })),
    ...['ops.neg', 'ops.negative'].map((name) => ops.entry(name, { takes: [value('input')], gives: 'affine', computes: 'negation' })),
    ...ops.each(['ops.argmax'], 'class-indices', ['dim']),
    ...ops.kept(['ops.cast', 'ops.stop_gradient']),
    ...ops.each(['Tensor'], 'tensor', ['dtype']),
  ]
}
