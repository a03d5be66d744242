import type { Contract, Parameter } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, value, weights } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'paddle'
const losses = writer(pkg, 'paddle 3.0.0, documentation of paddle.nn')
const binary = writer(pkg, 'paddle, python/paddle/nn/functional/loss.py')
const nn = writer(pkg, 'paddle 3.0.0, documentation of paddle.nn', 'nn.Layer')
const tensors = writer(pkg, 'paddle 3.0.0, documentation of paddle')

const reduction = option('reduction', 'mean')
const smoothing = option('label_smoothing', 0)

type Facts = Parameters<typeof losses.entry>[1]

/** `soft_label` says whether the labels are class indices or a distribution, so no kind of theirs is stated. */
const label = target('label')

/** Softmax is part of the loss unless `use_softmax` is false: then it wants the output of softmax, not its logarithm. */
function crossEntropy(name: string, facts: { criterion?: true; options: readonly Parameter[] }): Contract[] {
  const { options, ...rest } = facts
  const without = `${name}(use_softmax=False)`
  const common: Facts = { axis: -1, axisOption: 'axis', ignoreIndex: -100, reduction: 'mean', ...rest }
  return [
    losses.entry(name, {
      ...common,
      takes: [prediction('input', 'logits'), label, ...options],
      applies: 'softmax',
      depends: { option: 'use_softmax', on: { false: `${pkg}#${without}` } },
      silent: ['probabilities, unless use_softmax is false'],
    }),
    losses.entry(without, { ...common, takes: [prediction('input', 'distribution'), label, ...options], applies: 'log' }),
  ]
}

const choices = [option('ignore_index', -100), reduction, option('soft_label', false), option('axis', -1), option('use_softmax', true)]

function fused(): Contract[] {
  const name = 'nn.functional.softmax_with_cross_entropy'
  const soft = `${name}(soft_label=True)`
  const options = [option('soft_label', false), option('ignore_index', -100), option('numeric_stable_mode'), option('return_softmax')]
  const common: Facts = { applies: 'softmax', axis: -1, axisOption: 'axis', reduction: 'none', ignoreIndex: -100 }
  const takes = (labels: Parameter) => [prediction('logits', 'logits'), labels, ...options, option('axis', -1)]
  return [
    losses.entry(name, {
      ...common,
      takes: takes(target('label', 'class-indices')),
      depends: { option: 'soft_label', on: { true: `${pkg}#${soft}` } },
      silent: ['probabilities as logits'],
    }),
    losses.entry(soft, { ...common, takes: takes(target('label', 'distribution')) }),
  ]
}

function both(functional: string, module: string, facts: Facts): Contract[] {
  const common: Facts = { axis: 'elementwise', reduction: 'mean', ...facts }
  return [binary.entry(`nn.functional.${functional}`, common), binary.entry(`nn.${module}`, { ...common, criterion: true })]
}

/** PaddlePaddle: prediction first, class axis last. */
export const paddle: Framework = {
  package: pkg,
  imports: ['pypi:paddle'],
  globals: [],
  shorthand: pkg,
  operators: { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '@': 'matmul', '-x': 'neg' },
  types: { Tensor: { chained: true }, 'nn.Layer': { runs: 'forward' }, 'nn.Sequential': { extends: 'nn.Layer' } },
  activations: {},
  lossNames: {},
  entries: [
    ...crossEntropy('nn.functional.cross_entropy', { options: [weights('weight'), ...choices, smoothing] }),
    ...crossEntropy('nn.CrossEntropyLoss', { criterion: true, options: [weights('weight'), ...choices, smoothing] }),
    ...fused(),
    ...both('binary_cross_entropy', 'BCELoss', {
      takes: [prediction('input', 'probabilities'), target('label', 'probabilities'), weights('weight'), reduction],
      applies: 'log',
    }),
    ...both('binary_cross_entropy_with_logits', 'BCEWithLogitsLoss', {
      takes: [prediction('logit', 'logits'), target('label', 'probabilities'), weights('weight'), reduction, weights('pos_weight')],
      applies: 'sigmoid',
      silent: ['sigmoid outputs as logits'],
    }),
    ...layers(),
    ...functions(),
    ...operations(),
  ],
}

function layers(): Contract[] {
  return [
    nn.entry('nn.Layer', { makes: { type: 'nn.Layer' } }),
    nn.entry('nn.Layer.forward', { takes: [value('inputs')], gives: 'applied' }),
    ...nn.inert(['nn.Layer.train', 'nn.Layer.eval', 'nn.Layer.parameters', 'nn.Layer.state_dict', 'nn.Layer.set_state_dict']),
    nn.entry('nn.Sequential', { makes: { type: 'nn.Sequential', layers: 'args' } }),
    ...nn.layers(['nn.Linear'], { gives: 'logits', units: 'out_features' }, ['in_features', 'out_features']),
    ...nn.layers(['nn.Conv1D', 'nn.Conv2D', 'nn.Conv3D', 'nn.Conv2DTranspose'], { gives: 'logits', units: 'out_channels' }, [
      'in_channels',
      'out_channels',
    ]),
    ...nn.layers(['nn.Embedding'], { gives: 'logits', units: 'embedding_dim' }, ['num_embeddings', 'embedding_dim']),
    ...nn.layers(['nn.BatchNorm1D', 'nn.BatchNorm2D', 'nn.BatchNorm3D', 'nn.LayerNorm', 'nn.GroupNorm'], { gives: 'logits' }),
    ...nn.layers(['nn.Softmax'], { gives: 'distribution' }, ['axis'], { axis: -1, axisOption: 'axis', computes: 'softmax' }),
    ...nn.layers(['nn.LogSoftmax'], { gives: 'log-probabilities' }, ['axis'], { axis: -1, axisOption: 'axis', computes: 'log-softmax' }),
    ...nn.layers(['nn.Sigmoid', 'nn.Hardsigmoid'], { gives: 'probabilities' }, [], { axis: 'elementwise' }),
    ...nn.layers(['nn.ReLU', 'nn.Softplus'], { gives: 'affine' }, [], { bounded: [0, Infinity] }),
    ...nn.layers(['nn.ReLU6'], { gives: 'affine' }, [], { bounded: [0, 6] }),
    ...nn.layers(['nn.Tanh', 'nn.Softsign'], { gives: 'affine' }, [], { bounded: [-1, 1] }),
    ...nn.layers(['nn.LeakyReLU', 'nn.PReLU', 'nn.ELU', 'nn.SELU', 'nn.GELU', 'nn.Silu', 'nn.Swish', 'nn.Mish'], { gives: 'affine' }),
    ...nn.layers(['nn.Dropout', 'nn.Dropout2D', 'nn.Identity'], { gives: 'same' }),
    ...nn.layers(['nn.Flatten'], { gives: 'same', units: null }),
    ...nn.layers(['nn.MaxPool2D', 'nn.AvgPool2D', 'nn.AdaptiveAvgPool2D', 'nn.AdaptiveMaxPool2D'], { gives: 'part' }),
  ]
}

function functions(): Contract[] {
  const within = 'nn.functional.'
  return [
    { ...nn.normalising(`${within}softmax`, 'distribution', -1, 'axis'), computes: 'softmax' },
    { ...nn.normalising(`${within}log_softmax`, 'log-probabilities', -1, 'axis'), computes: 'log-softmax' },
    nn.sigmoid(`${within}sigmoid`),
    nn.entry(`${within}log_sigmoid`, { takes: [value('x')], computes: 'log-sigmoid' }),
    nn.confined(`${within}relu`, 0, Infinity),
    nn.confined(`${within}relu6`, 0, 6),
    ...nn.each([`${within}gelu`, `${within}leaky_relu`, `${within}elu`, `${within}silu`, `${within}swish`], 'affine'),
    ...nn.each([`${within}dropout`], 'same', ['p']),
    ...nn.each([`${within}linear`, `${within}conv2d`], 'logits', ['weight', 'bias']),
    nn.entry(`${within}one_hot`, {
      takes: [value('x', 'class-indices'), option('num_classes')],
      gives: 'one-hot',
      axis: -1,
      classes: 'num_classes',
    }),
  ]
}

function operations(): Contract[] {
  return [
    tensors.entry('exp', { takes: [value('x')], gives: 'exp', computes: 'exp' }),
    tensors.entry('log', { takes: [value('x')], gives: 'log', computes: 'log' }),
    tensors.entry('add', { takes: [value('x'), value('y')], gives: 'affine', computes: 'sum' }),
    tensors.entry('subtract', { takes: [value('x'), value('y')], gives: 'affine', computes: 'difference' }),
    tensors.entry('multiply', { takes: [value('x'), value('y')], gives: 'affine', computes: 'product' }),
    tensors.entry('divide', { takes: [value('x'), value('y')], gives: 'affine', computes: 'quotient' }),
    tensors.entry('neg', { takes: [value('x')], gives: 'affine', computes: 'negation' }),
    tensors.entry('sum', { takes: [value('x'), option('axis')], computes: 'total' }),
    tensors.entry('mean', { takes: [value('x'), option('axis'), option('keepdim')], computes: 'average' }),
    tensors.entry('where', { takes: [value('condition'), value('x'), value('y')], computes: 'choice' }),
    tensors.entry('logsumexp', { takes: [value('x'), option('axis'), option('keepdim')], computes: 'log-sum-exp' }),
    tensors.entry('matmul', {
      takes: [value('x'), value('y'), option('transpose_x', false), option('transpose_y', false)],
      gives: 'logits',
      classes: 'y',
      classesUnless: 'transpose_y',
    }),
    tensors.confined('tanh', -1, 1),
    ...tensors.each(['clip'], 'same', ['min', 'max']),
    ...tensors.kept(['cast', 'clone', 'Tensor.astype', 'Tensor.detach', 'Tensor.numpy', 'Tensor.tolist', 'Tensor.cpu', 'Tensor.cuda']),
    tensors.entry('reshape', { takes: [value('x'), option('shape')], gives: 'same', classes: 'shape' }),
    ...tensors.reshaped(['squeeze', 'unsqueeze', 'flatten']),
    ...tensors.each(['transpose', 'gather', 'index_select', 'split', 'chunk', 'take_along_axis'], 'part', ['option', 'axis']),
    ...tensors.each(['concat', 'stack'], 'stack', ['axis']),
    ...tensors.each(['to_tensor'], 'tensor', ['dtype']),
    ...tensors.each(['argmax', 'argmin'], 'class-indices', ['axis']),
    tensors.entry('randn', { takes: [option('shape')], gives: 'logits', classes: 'shape' }),
  ]
}
