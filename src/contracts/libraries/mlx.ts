import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, value, weights } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = '@frost-beta/mlx'
const losses = writer(pkg, 'node-mlx 0.0.7, lib/nn/losses.ts')
const nn = writer(pkg, 'node-mlx 0.0.7, lib/nn/layers')
const core = writer(pkg, 'node-mlx 0.0.7, lib/index.d.ts')

const reduction = (standard: string) => option('reduction', standard)
const binary = [target('targets', 'probabilities'), weights('weights'), option('withLogits', true), reduction('mean')]

/** node-mlx: prediction first, class axis last. The default reduction differs from loss to loss. */
export const mlx: Framework = {
  package: pkg,
  imports: [pkg],
  globals: [],
  shorthand: 'mlx',
  types: {
    Tensor: { chained: 'core' },
    'core.array': { extends: 'Tensor' },
    'nn.Module': { runs: 'forward' },
    Module: { extends: 'nn.Module' },
    Sequential: { extends: 'Module' },
  },
  activations: {},
  lossNames: {},
  entries: [
    losses.entry('nn.losses.crossEntropy', {
      takes: [
        prediction('logits', 'logits'),
        target('targets', 'class-indices', 'distribution'),
        weights('weights'),
        option('axis', -1),
        option('labelSmoothing', 0),
        reduction('none'),
      ],
      applies: 'softmax',
      axis: -1,
      axisOption: 'axis',
      reduction: 'none',
      silent: ['probabilities as logits', 'swapped arguments, when both are [N, C]'],
      raises: ['shapes that fit neither class indices nor distributions: "Targets shape … does not match logits shape …"'],
    }),
    losses.entry('nn.losses.binaryCrossEntropy', {
      takes: [prediction('inputs', 'logits'), ...binary],
      applies: 'sigmoid',
      axis: 'elementwise',
      reduction: 'mean',
      depends: { option: 'withLogits', on: { false: `${pkg}#nn.losses.binaryCrossEntropy(withLogits=false)` } },
      silent: [
        'sigmoid outputs, unless withLogits is false',
        'withLogits in the third place, where the comment of the source has it: it is taken as weights',
      ],
    }),
    losses.entry('nn.losses.binaryCrossEntropy(withLogits=false)', {
      takes: [prediction('inputs', 'probabilities'), ...binary],
      applies: 'log',
      axis: 'elementwise',
      reduction: 'mean',
      silent: ['logits: the logarithm of a negative number is NaN'],
    }),
    losses.entry('nn.losses.nllLoss', {
      takes: [prediction('inputs', 'log-probabilities'), target('targets', 'class-indices'), option('axis', -1), reduction('none')],
      applies: 'nothing',
      axis: -1,
      axisOption: 'axis',
      reduction: 'none',
      silent: ['probabilities: the loss is negative', 'raw scores: the loss has no lower bound'],
    }),
    losses.entry('nn.losses.klDivLoss', {
      takes: [prediction('inputs', 'log-probabilities'), target('targets', 'log-probabilities'), option('axis', -1), reduction('none')],
      applies: 'nothing',
      axis: -1,
      axisOption: 'axis',
      reduction: 'none',
      silent: ['probabilities on either side: both are taken as logarithms'],
    }),
    ...layers(),
    ...operations(),
  ],
}

function layers(): Contract[] {
  return [
    nn.entry('nn.Sequential', { makes: { type: 'Sequential', layers: 'args' } }),
    nn.entry('Module.forward', { takes: [value('x')], gives: 'applied' }),
    ...nn.inert(['Module.parameters', 'Module.train', 'Module.eval', 'Module.freeze', 'Module.loadWeights', 'Module.saveWeights']),
    ...nn.layers(['nn.Linear'], { gives: 'logits', units: 'outputDims' }, ['inputDims', 'outputDims', 'bias']),
    ...nn.layers(['nn.Conv1d', 'nn.Conv2d', 'nn.Conv3d'], { gives: 'logits', units: 'outChannels' }, ['inChannels', 'outChannels']),
    ...nn.layers(['nn.Embedding'], { gives: 'logits', units: 'dims' }, ['numEmbeddings', 'dims']),
    ...nn.layers(['nn.LayerNorm', 'nn.RMSNorm', 'nn.GroupNorm', 'nn.BatchNorm', 'nn.InstanceNorm'], { gives: 'logits' }),
    ...nn.layers(['nn.Softmax'], { gives: 'distribution' }, [], { axis: -1 }),
    ...nn.layers(['nn.LogSoftmax'], { gives: 'log-probabilities' }, [], { axis: -1 }),
    ...nn.layers(['nn.Sigmoid'], { gives: 'probabilities' }, [], { axis: 'elementwise' }),
    ...nn.layers(['nn.ReLU', 'nn.Softplus'], { gives: 'affine' }, [], { bounded: [0, Infinity] }),
    ...nn.layers(['nn.ReLU6'], { gives: 'affine' }, [], { bounded: [0, 6] }),
    ...nn.layers(['nn.Tanh', 'nn.Softsign'], { gives: 'affine' }, [], { bounded: [-1, 1] }),
    ...nn.layers(['nn.LeakyReLU', 'nn.PReLU', 'nn.ELU', 'nn.CELU', 'nn.SELU', 'nn.GELU', 'nn.SiLU', 'nn.Mish'], { gives: 'affine' }),
    ...nn.layers(['nn.Dropout', 'nn.Dropout2d', 'nn.Dropout3d', 'nn.Identity'], { gives: 'same' }),
    nn.normalising('nn.softmax', 'distribution', -1, 'axis'),
    nn.normalising('nn.logSoftmax', 'log-probabilities', -1, 'axis'),
    nn.sigmoid('nn.sigmoid'),
    nn.confined('nn.relu', 0, Infinity),
    nn.confined('nn.softplus', 0, Infinity),
    nn.confined('nn.relu6', 0, 6),
    nn.confined('nn.tanh', -1, 1),
    ...nn.each(['nn.leakyRelu', 'nn.prelu', 'nn.elu', 'nn.celu', 'nn.selu', 'nn.gelu', 'nn.silu', 'nn.mish'], 'affine', ['alpha']),
  ]
}

/** Without an axis `core.softmax` normalises over the whole array, so the axis is known only where it is given. */
function operations(): Contract[] {
  return [
    core.entry('core.softmax', { takes: [value('x', 'logits'), option('axis')], gives: 'distribution', axisOption: 'axis' }),
    core.sigmoid('core.sigmoid'),
    core.confined('core.tanh', -1, 1),
    ...core.products(['core.matmul']),
    ...core.pairs(['core.addmm', 'core.inner', 'core.outer', 'core.tensordot'], 'logits'),
    ...core.pairs(['core.add', 'core.subtract', 'core.multiply', 'core.divide'], 'affine'),
    ...core.each(['core.negative'], 'affine'),
    ...core.each(['core.exp'], 'exp'),
    ...core.each(['core.log'], 'log'),
    ...core.reshaped(['core.reshape', 'core.squeeze', 'core.expandDims', 'core.flatten']),
    ...core.each(['core.clip'], 'same', ['min', 'max']),
    ...core.kept(['core.stopGradient', 'Tensor.astype', 'Tensor.tolist']),
    ...core.each(['core.transpose', 'core.swapaxes', 'core.moveaxis', 'core.take', 'core.takeAlongAxis', 'Tensor.index'], 'part', [
      'option',
      'other',
    ]),
    ...core.each(['core.concatenate', 'core.stack'], 'stack', ['axis']),
    ...core.each(['core.array'], 'tensor', ['dtype']),
    ...core.each(['core.random.normal'], 'logits', ['dtype']),
    ...core.each(['core.argmax', 'core.argmin'], 'class-indices', ['axis']),
  ]
}
