import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, value, weights } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'tinygrad'
const tensors = writer(pkg, 'tinygrad, tinygrad/mixin/op.py')
const elementwise = writer(pkg, 'tinygrad, tinygrad/mixin/elementwise.py')
const nn = writer(pkg, 'tinygrad, tinygrad/nn/__init__.py', 'Layer')

const reduction = option('reduction', 'mean')
const smoothing = option('label_smoothing', 0)

/** tinygrad: losses are methods of the prediction, and so is everything else. */
export const tinygrad: Framework = {
  package: pkg,
  imports: ['pypi:tinygrad'],
  globals: [],
  shorthand: pkg,
  operators: { '+': 'Tensor.add', '-': 'Tensor.sub', '*': 'Tensor.mul', '/': 'Tensor.div', '@': 'Tensor.matmul', '-x': 'Tensor.neg' },
  roots: ['tensor'],
  types: { Tensor: { chained: true }, Layer: { runs: '__call__' } },
  activations: {},
  lossNames: {},
  entries: [
    tensors.entry('Tensor.cross_entropy', {
      takes: [prediction('self', 'logits'), target('Y', 'class-indices', 'distribution'), reduction, smoothing],
      applies: 'softmax',
      axis: 1,
      reduction: 'mean',
      silent: ['probabilities as logits', 'labels and logits exchanged'],
    }),
    tensors.entry('Tensor.sparse_categorical_crossentropy', {
      takes: [prediction('self', 'logits'), target('Y', 'class-indices'), option('ignore_index', -1), smoothing, reduction],
      applies: 'softmax',
      axis: -1,
      ignoreIndex: -1,
      reduction: 'mean',
      silent: ['probabilities: the name is that of Keras, the contract is not', 'labels out of range: they add nothing'],
      raises: ['one-hot rows of floats'],
    }),
    tensors.entry('Tensor.binary_crossentropy', {
      takes: [prediction('self', 'probabilities'), target('Y', 'probabilities'), reduction],
      applies: 'log',
      axis: 'elementwise',
      reduction: 'mean',
      silent: ['logits: the loss is NaN'],
    }),
    tensors.entry('Tensor.binary_crossentropy_logits', {
      takes: [prediction('self', 'logits'), target('Y', 'probabilities'), reduction, weights('pos_weight')],
      applies: 'sigmoid',
      axis: 'elementwise',
      reduction: 'mean',
      silent: ['sigmoid outputs as logits'],
    }),
    tensors.entry('Tensor.nll_loss', {
      takes: [prediction('self', 'log-probabilities'), target('Y', 'class-indices'), weights('weight'), option('ignore_index'), reduction],
      applies: 'nothing',
      axis: 1,
      reduction: 'mean',
      silent: ['probabilities: the loss is negative', 'raw scores: the loss has no lower bound'],
    }),
    ...activations(),
    ...operations(),
    ...layers(),
  ],
}

function activations(): Contract[] {
  return [
    tensors.entry('Tensor.softmax', {
      takes: [value('self', 'logits'), option('axis', -1), option('dtype')],
      gives: 'distribution',
      computes: 'softmax',
      axis: -1,
      axisOption: 'axis',
    }),
    tensors.entry('Tensor.log_softmax', {
      takes: [value('self', 'logits'), option('axis', -1), option('dtype')],
      gives: 'log-probabilities',
      computes: 'log-softmax',
      axis: -1,
      axisOption: 'axis',
    }),
    tensors.entry('Tensor.logsumexp', { takes: [value('self'), option('axis'), option('keepdim')], computes: 'log-sum-exp' }),
    elementwise.sigmoid('Tensor.sigmoid'),
    elementwise.entry('Tensor.logsigmoid', { takes: [value('self')], computes: 'log-sigmoid' }),
    elementwise.confined('Tensor.relu', 0, Infinity),
    elementwise.confined('Tensor.relu6', 0, 6),
    elementwise.confined('Tensor.tanh', -1, 1),
    ...elementwise.each(
      ['Tensor.leaky_relu', 'Tensor.elu', 'Tensor.gelu', 'Tensor.silu', 'Tensor.swish', 'Tensor.mish', 'Tensor.quick_gelu'],
      'affine',
    ),
  ]
}

function operations(): Contract[] {
  return [
    elementwise.entry('Tensor.exp', { takes: [value('self')], gives: 'exp', computes: 'exp' }),
    elementwise.entry('Tensor.log', { takes: [value('self')], gives: 'log', computes: 'log' }),
    elementwise.entry('Tensor.add', { takes: [value('self'), value('x')], gives: 'affine', computes: 'sum' }),
    elementwise.entry('Tensor.sub', { takes: [value('self'), value('x')], gives: 'affine', computes: 'difference' }),
    elementwise.entry('Tensor.mul', { takes: [value('self'), value('x')], gives: 'affine', computes: 'product' }),
    elementwise.entry('Tensor.div', { takes: [value('self'), value('x')], gives: 'affine', computes: 'quotient' }),
    elementwise.entry('Tensor.neg', { takes: [value('self')], gives: 'affine', computes: 'negation' }),
    elementwise.entry('Tensor.maximum', { takes: [value('self'), value('x')], gives: 'at-least' }),
    elementwise.entry('Tensor.minimum', { takes: [value('self'), value('x')], gives: 'at-most' }),
    elementwise.entry('Tensor.where', { takes: [value('self'), value('x'), value('y')], computes: 'choice' }),
    ...elementwise.each(['Tensor.clamp', 'Tensor.clip'], 'same', ['min_', 'max_']),
    tensors.entry('Tensor.sum', { takes: [value('self'), option('axis'), option('keepdim')], computes: 'total' }),
    tensors.entry('Tensor.mean', { takes: [value('self'), option('axis'), option('keepdim')], computes: 'average' }),
    tensors.entry('Tensor.gather', { takes: [value('self'), option('dim'), option('index')], gives: 'part', computes: 'pick' }),
    ...tensors.products(['Tensor.matmul', 'Tensor.dot']),
    ...tensors.each(['Tensor.linear', 'Tensor.conv2d'], 'logits', ['weight', 'bias']),
    ...tensors.reshaped(['Tensor.reshape', 'Tensor.view', 'Tensor.unsqueeze', 'Tensor.squeeze', 'Tensor.flatten']),
    ...tensors.each(['Tensor.dropout'], 'same', ['p']),
    ...tensors.kept(['Tensor.cast', 'Tensor.contiguous', 'Tensor.realize', 'Tensor.detach', 'Tensor.float', 'Tensor.clone', 'Tensor.to']),
    ...tensors.kept(['Tensor.numpy', 'Tensor.tolist']),
    ...tensors.each(['Tensor.permute', 'Tensor.transpose', 'Tensor.shrink', 'Tensor.max_pool2d', 'Tensor.avg_pool2d'], 'part', ['option']),
    ...tensors.each(['Tensor.argmax', 'Tensor.argmin'], 'class-indices', ['axis']),
    tensors.entry('Tensor.randn', { gives: 'logits' }),
    tensors.entry('Tensor', { takes: [value('data'), option('device'), option('dtype')], gives: 'tensor' }),
    tensors.entry('Tensor.sequential', { takes: [value('self'), option('layers')], gives: 'sequence' }),
    tensors.entry('Tensor.one_hot', {
      takes: [value('self', 'class-indices'), option('num_classes')],
      gives: 'one-hot',
      axis: -1,
      classes: 'num_classes',
    }),
  ]
}

function layers(): Contract[] {
  return [
    ...nn.layers(['nn.Linear'], { gives: 'logits', units: 'out_features' }, ['in_features', 'out_features', 'bias']),
    ...nn.layers(['nn.Conv1d', 'nn.Conv2d', 'nn.ConvTranspose1d', 'nn.ConvTranspose2d'], { gives: 'logits', units: 'out_channels' }, [
      'in_channels',
      'out_channels',
    ]),
    ...nn.layers(['nn.BatchNorm', 'nn.GroupNorm', 'nn.InstanceNorm', 'nn.LayerNorm', 'nn.LayerNorm2d', 'nn.RMSNorm'], { gives: 'logits' }),
    ...nn.layers(['nn.Embedding'], { gives: 'logits', units: 'embed_size' }, ['vocab_size', 'embed_size']),
    nn.entry('Layer.__call__', { takes: [value('x')], gives: 'applied' }),
  ]
}
