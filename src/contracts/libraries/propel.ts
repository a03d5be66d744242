import type { Framework } from '../framework.js'
import { option, prediction, target, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'propel'
const tensors = writer(pkg, 'propel 3.3.1, src/tensor')

/** Propel: operations are methods of tensors. Both losses apply softmax; only `softmaxLoss` takes class indices. */
export const propel: Framework = {
  package: pkg,
  imports: [pkg, 'propel_cpu', 'propel_linux', 'propel_mac', 'propel_windows'],
  globals: [pkg],
  shorthand: pkg,
  types: { Tensor: { chained: true } },
  activations: {},
  lossNames: {},
  entries: [
    tensors.entry('Tensor.softmaxCE', {
      takes: [prediction('this', 'logits'), target('labels', 'distribution')],
      applies: 'softmax',
      axis: 1,
      reduction: 'none',
      silent: [
        'probabilities as logits: 0.7679 and 1.1331 on the reference batch, where the logits give 0.1429 and 1.9308',
        'labels and logits exchanged: 1.6543 and 1.4309 on the reference batch',
      ],
      raises: ['class indices: an assertion fails without a message'],
    }),
    tensors.entry('Tensor.softmaxLoss', {
      takes: [prediction('this', 'logits'), target('labels', 'class-indices', 'distribution')],
      applies: 'softmax',
      axis: 1,
      reduction: 'mean',
      silent: ['probabilities as logits: 0.9505 on the reference batch, where the logits give 1.0369'],
      raises: ['class indices for [N, 1] logits: "depth must be >=2, but it is 1"'],
    }),
    tensors.normalising('Tensor.softmax', 'distribution', -1, 'axis'),
    tensors.normalising('Tensor.logSoftmax', 'log-probabilities', -1, 'axis'),
    tensors.sigmoid('Tensor.sigmoid'),
    tensors.confined('Tensor.relu', 0, Infinity),
    tensors.confined('Tensor.tanh', -1, 1),
    tensors.entry('Tensor.linear', {
      takes: [value('x'), option('name'), option('params'), option('outDim')],
      gives: 'logits',
      classes: 'outDim',
    }),
    tensors.entry('Tensor.conv2d', { takes: [value('x')], gives: 'logits' }),
    ...tensors.products(['Tensor.matmul', 'Tensor.dot']),
    ...tensors.pairs(['Tensor.add', 'Tensor.sub', 'Tensor.mul', 'Tensor.div'], 'affine'),
    ...tensors.each(['Tensor.neg'], 'affine'),
    ...tensors.each(['Tensor.exp'], 'exp'),
    ...tensors.each(['Tensor.log'], 'log'),
    ...tensors.reshaped(['Tensor.reshape'], 'shape'),
    ...tensors.reshaped(['Tensor.expandDims', 'Tensor.squeeze', 'Tensor.flatten', 'Tensor.dataSync']),
    ...tensors.each(['Tensor.reverse'], 'same', ['dims']),
    ...tensors.kept(['Tensor.cast', 'Tensor.copy', 'Tensor.gpu', 'Tensor.cpu', 'Tensor.stopGradient']),
    ...tensors.each(['Tensor.transpose', 'Tensor.slice', 'Tensor.gather', 'Tensor.maxPool'], 'part', ['option', 'other']),
    tensors.entry('Tensor.oneHot', { takes: [value('x', 'class-indices')], gives: 'one-hot', axis: -1 }),
    ...tensors.each(['tensor', 'T'], 'tensor', ['options']),
    ...tensors.each(['randn'], 'logits', ['options']),
    ...tensors.each(['concat', 'stack'], 'stack', ['axis']),
    ...tensors.each(['Tensor.argmax'], 'class-indices', ['axis']),
  ],
}
