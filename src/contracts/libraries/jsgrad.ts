import type { Framework } from '../framework.js'
import { option, prediction, target, value, weights } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = '@jsgrad/jsgrad'
const tensors = writer(pkg, 'jsgrad, jsgrad/tensor.ts')
const nn = writer(pkg, 'jsgrad, jsgrad/nn/index.ts', 'Layer')

const reduction = option('reduction', 'mean')
const smoothing = option('label_smoothing', 0)

/** jsgrad, tinygrad in TypeScript: losses are methods of the prediction. Read, not run. */
export const jsgrad: Framework = {
  package: pkg,
  imports: [pkg],
  globals: [],
  shorthand: 'jsgrad',
  types: { Tensor: { chained: true }, Layer: { runs: 'call' } },
  activations: {},
  lossNames: {},
  entries: [
    tensors.entry('Tensor.cross_entropy', {
      takes: [prediction('this', 'logits'), target('Y', 'distribution'), reduction, smoothing],
      applies: 'softmax',
      axis: 1,
      reduction: 'mean',
      silent: ['probabilities as logits', 'labels and logits exchanged'],
      raises: ['class indices: "not implemented cause Y.one_hot is async"'],
    }),
    tensors.entry('Tensor.sparse_categorical_crossentropy', {
      takes: [prediction('this', 'logits'), target('Y', 'class-indices'), option('ignore_index', -1), smoothing, reduction],
      applies: 'softmax',
      axis: -1,
      ignoreIndex: -1,
      reduction: 'mean',
      silent: ['probabilities: the name is that of Keras, the contract is not'],
    }),
    tensors.entry('Tensor.binary_crossentropy', {
      takes: [prediction('this', 'probabilities'), target('Y', 'probabilities'), reduction],
      applies: 'log',
      axis: 'elementwise',
      reduction: 'mean',
      silent: ['probabilities of exactly 0 or 1, and logits: nothing is clipped, so the loss is infinite or NaN'],
    }),
    tensors.entry('Tensor.binary_crossentropy_logits', {
      takes: [prediction('this', 'logits'), target('Y', 'probabilities'), reduction],
      applies: 'sigmoid',
      axis: 'elementwise',
      reduction: 'mean',
      silent: ['sigmoid outputs as logits'],
    }),
    tensors.entry('Tensor.nll_loss', {
      takes: [prediction('this', 'log-probabilities'), target('Y', 'class-indices'), weights('weight'), option('ignore_index'), reduction],
      applies: 'nothing',
      axis: 1,
      reduction: 'mean',
      silent: ['probabilities: the loss is negative', 'raw scores: the loss has no lower bound'],
    }),
    tensors.normalising('Tensor.softmax', 'distribution', -1, 'axis'),
    tensors.normalising('Tensor.log_softmax', 'log-probabilities', -1, 'axis'),
    tensors.sigmoid('Tensor.sigmoid'),
    tensors.confined('Tensor.relu', 0, Infinity),
    tensors.confined('Tensor.relu6', 0, 6),
    tensors.confined('Tensor.tanh', -1, 1),
    ...tensors.each(
      ['Tensor.leaky_relu', 'Tensor.elu', 'Tensor.gelu', 'Tensor.silu', 'Tensor.swish', 'Tensor.mish', 'Tensor.neg'],
      'affine',
    ),
    ...tensors.products(['Tensor.matmul', 'Tensor.dot']),
    ...tensors.pairs(['Tensor.conv2d'], 'logits'),
    ...tensors.each(['Tensor.linear'], 'logits', ['weight', 'bias']),
    ...tensors.pairs(['Tensor.add', 'Tensor.sub', 'Tensor.mul', 'Tensor.div'], 'affine'),
    ...tensors.each(['Tensor.exp'], 'exp'),
    ...tensors.each(['Tensor.log'], 'log'),
    ...tensors.reshaped(['Tensor.reshape', 'Tensor.view', 'Tensor.unsqueeze', 'Tensor.squeeze', 'Tensor.flatten']),
    ...tensors.each(['Tensor.dropout'], 'same', ['p']),
    ...tensors.kept(['Tensor.cast', 'Tensor.contiguous', 'Tensor.realize', 'Tensor.detach', 'Tensor.float', 'Tensor.clone']),
    ...tensors.each(['Tensor.permute', 'Tensor.transpose', 'Tensor.get', 'Tensor.shrink', 'Tensor.max_pool2d'], 'part', ['option']),
    ...tensors.each(['Tensor.argmax', 'Tensor.argmin'], 'class-indices', ['axis']),
    ...tensors.each(['Tensor.randn'], 'logits', ['options']),
    tensors.entry('Tensor', { takes: [value('data'), option('options')], gives: 'tensor' }),
    tensors.entry('Tensor.sequential', { takes: [value('x'), option('layers')], gives: 'sequence' }),
    tensors.entry('Tensor.one_hot', {
      takes: [value('x', 'class-indices'), option('num_classes')],
      gives: 'one-hot',
      classes: 'num_classes',
    }),
    ...nn.layers(['Linear'], { gives: 'logits', units: 'out_features' }, ['in_features', 'out_features', 'bias']),
    ...nn.layers(['Conv1d', 'Conv2d', 'ConvTranspose1d', 'ConvTranspose2d'], { gives: 'logits', units: 'out_channels' }, [
      'in_channels',
      'out_channels',
    ]),
    ...nn.layers(['BatchNorm', 'BatchNorm2d', 'BatchNorm3d', 'GroupNorm', 'InstanceNorm', 'LayerNorm', 'Embedding'], { gives: 'logits' }),
    nn.entry('Layer.call', { takes: [value('x')], gives: 'applied' }),
  ],
}
