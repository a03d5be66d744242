import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'deepbox'
const nn = writer(pkg, 'deepbox 1.0.0, nn/layers')
const losses = writer(pkg, 'deepbox 1.0.0, nn/losses')
const arrays = writer(pkg, 'deepbox 1.0.0, ndarray/ops')
const reduction = option('reduction', 'mean')

/** deepbox: losses take the prediction first, metrics the target. A module is one export of the package, or a path below it. */
export const deepbox: Framework = {
  package: pkg,
  imports: [pkg],
  globals: [],
  shorthand: pkg,
  roots: ['nn', 'ndarray', 'metrics'],
  types: { Tensor: { chained: true }, GradTensor: { extends: 'Tensor' }, Module: { runs: 'forward' }, Sequential: { extends: 'Module' } },
  activations: {},
  lossNames: {},
  entries: [
    losses.entry('crossEntropyLoss', {
      takes: [prediction('input', 'logits'), target('target', 'class-indices', 'distribution')],
      applies: 'softmax',
      axis: 1,
      reduction: 'mean',
      silent: [
        'probabilities as logits: 0.9505 on the reference batch, where the logits give 1.0369',
        'swapped arguments, when both are [N, C]: 1.5426 on the reference batch',
        '[N, 1] logits: the loss is 0, whatever the targets are',
      ],
      raises: [
        '[N, 1] class indices: "Target must be 1-dimensional class indices or have the same shape as input"',
        'a class index out of range: "Class index 5 out of range [0, 3)"',
      ],
    }),
    losses.entry('nllLoss', {
      takes: [prediction('logProbs', 'log-probabilities'), target('targets', 'class-indices'), reduction],
      applies: 'nothing',
      axis: 1,
      reduction: 'mean',
      silent: ['probabilities: -0.5000 on the reference batch', 'raw scores: -1.2500 on the reference batch, without a lower bound'],
      raises: ['one-hot rows: "nllLoss expects 1D targets; got 2D"'],
    }),
    losses.entry('binaryCrossEntropyLoss', {
      takes: [prediction('predictions', 'probabilities'), target('targets', 'probabilities'), reduction],
      applies: 'log',
      axis: 'elementwise',
      reduction: 'mean',
      silent: [
        'logits: they are clipped, 5.6711 on the reference batch, where the probabilities give 0.4594',
        'swapped arguments: 5.3434 on the reference batch',
      ],
      raises: ['[N] against [N, 1]: "Shape mismatch in binaryCrossEntropyLoss: [2] vs [2,1]"'],
    }),
    losses.entry('binaryCrossEntropyWithLogitsLoss', {
      takes: [prediction('input', 'logits'), target('target', 'probabilities')],
      applies: 'sigmoid',
      axis: 'elementwise',
      reduction: 'mean',
      silent: ['sigmoid outputs as logits: positives cannot fall below 0.3133, negatives not below 0.6931'],
      raises: ['[N, C] inputs: "Input must have shape (N,) or (N, 1)"'],
    }),
    losses.entry('klDivLoss', {
      takes: [prediction('input', 'log-probabilities'), target('target', 'distribution'), reduction],
      applies: 'nothing',
      axis: 'elementwise',
      reduction: 'mean',
      silent: ['raw scores against one-hot rows: -0.4167 on the reference batch', 'probabilities: the loss is negative'],
    }),
    losses.entry('logLoss', {
      takes: [target('yTrue', 'probabilities'), prediction('yPred', 'probabilities')],
      applies: 'log',
      axis: 'elementwise',
      reduction: 'mean',
      raises: [
        'swapped arguments: "yTrue must contain only binary values"',
        'predictions outside [0, 1]: "yPred must contain probabilities in range [0, 1]"',
      ],
      source: 'deepbox 1.0.0, metrics',
    }),
    ...layers(),
    ...operations(),
  ],
}

function layers(): Contract[] {
  return [
    nn.entry('Sequential', { makes: { type: 'Sequential', layers: 'args' }, source: 'deepbox 1.0.0, nn/containers' }),
    nn.entry('Module.forward', { takes: [value('x')], gives: 'applied' }),
    nn.entry('Module.call', { takes: [value('x')], gives: 'applied' }),
    ...nn.inert(['Module.train', 'Module.eval', 'Module.parameters', 'Module.zeroGrad', 'Module.to', 'Module.stateDict', 'Module.summary']),
    ...nn.layers(['Linear'], { gives: 'logits', units: 'outFeatures' }, ['inFeatures', 'outFeatures', 'options']),
    ...nn.layers(['Conv1d', 'Conv2d', 'Conv3d', 'ConvTranspose1d', 'ConvTranspose2d'], { gives: 'logits' }),
    ...nn.layers(['Embedding', 'BatchNorm1d', 'BatchNorm2d', 'BatchNorm3d', 'LayerNorm', 'GroupNorm', 'RMSNorm'], { gives: 'logits' }),
    ...nn.layers(['Softmax'], { gives: 'distribution' }, ['axis'], { axis: -1, axisOption: 'axis' }),
    ...nn.layers(['LogSoftmax'], { gives: 'log-probabilities' }, ['axis'], { axis: -1, axisOption: 'axis' }),
    ...nn.layers(['Sigmoid', 'Hardsigmoid'], { gives: 'probabilities' }, [], { axis: 'elementwise' }),
    ...nn.layers(['ReLU', 'Softplus'], { gives: 'affine' }, [], { bounded: [0, Infinity] }),
    ...nn.layers(['Tanh', 'Softsign'], { gives: 'affine' }, [], { bounded: [-1, 1] }),
    ...nn.layers(['LeakyReLU', 'PReLU', 'GELU', 'ELU', 'SELU', 'SiLU', 'Swish', 'Mish', 'Hardswish', 'Tanhshrink'], { gives: 'affine' }),
    ...nn.layers(['Dropout', 'Dropout2d', 'AlphaDropout', 'Identity'], { gives: 'same' }),
    ...nn.layers(['Flatten', 'Unflatten'], { gives: 'same', units: null }),
    ...nn.layers(['MaxPool1d', 'MaxPool2d', 'MaxPool3d', 'AvgPool1d', 'AvgPool2d', 'AvgPool3d', 'AdaptiveAvgPool2d'], { gives: 'part' }),
  ]
}

function operations(): Contract[] {
  return [
    arrays.normalising('softmax', 'distribution', -1, 'axis'),
    arrays.normalising('softmaxGrad', 'distribution', -1, 'axis'),
    arrays.normalising('logSoftmax', 'log-probabilities', -1, 'axis'),
    arrays.normalising('logSoftmaxGrad', 'log-probabilities', -1, 'axis'),
    arrays.sigmoid('sigmoid'),
    arrays.confined('relu', 0, Infinity),
    arrays.confined('tanh', -1, 1),
    arrays.confined('softplus', 0, Infinity),
    ...arrays.each(['leakyRelu', 'elu', 'gelu', 'swish', 'mish', 'neg'], 'affine', ['alpha']),
    ...arrays.products(['dot', 'matmul']),
    ...arrays.each(['einsum'], 'logits'),
    ...arrays.pairs(['add', 'sub', 'mul', 'div', 'addScalar', 'mulScalar'], 'affine'),
    ...arrays.each(['exp'], 'exp'),
    ...arrays.each(['log'], 'log'),
    ...arrays.reshaped(['reshape', 'view', 'broadcastTo'], 'shape'),
    ...arrays.reshaped(['expandDims', 'unsqueeze', 'squeeze', 'flatten']),
    ...arrays.each(['clip', 'dropoutGrad'], 'same', ['min', 'max']),
    ...arrays.kept(['clone', 'copy', 'contiguous', 'detach', 'Tensor.to', 'Tensor.cpu', 'Tensor.astype', 'Tensor.toArray']),
    ...arrays.each(['transpose', 'slice', 'gather', 'at'], 'part', ['option', 'other']),
    ...arrays.each(['concatenate', 'stack', 'concatGrad', 'stackGrad'], 'stack', ['axis']),
    ...arrays.each(['tensor', 'parameter', 'GradTensor'], 'tensor', ['options']),
    ...arrays.each(['randn'], 'logits', ['options']),
    ...arrays.each(['argmax'], 'class-indices', ['axis']),
  ]
}
