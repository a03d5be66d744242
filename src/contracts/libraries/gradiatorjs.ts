import type { Framework } from '../framework.js'
import { option, prediction, target, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'gradiatorjs'
const losses = writer(pkg, 'gradiatorjs, src/loss.ts')
const layers = writer(pkg, 'gradiatorjs, src/layers.ts and src/model.ts')
const ops = writer(pkg, 'gradiatorjs, src/ops.ts and src/activations.ts')

/**
 * GradiatorJS: prediction first; two losses take probabilities, the third logits. Read, not run. Its `softmax` returns the
 * scores as they are in newer sources, so nothing is said of what it gives.
 */
export const gradiatorjs: Framework = {
  package: pkg,
  imports: [pkg],
  globals: [],
  shorthand: pkg,
  types: { Tensor: {}, Val: { extends: 'Tensor' }, Module: { runs: 'forward' } },
  // What stands where no function is given.
  activations: { linear: { gives: 'same' } },
  lossNames: {},
  entries: [
    losses.entry('crossEntropyLoss_categorical', {
      takes: [prediction('y_pred', 'distribution'), target('y_true', 'distribution')],
      applies: 'log',
      axis: 1,
      reduction: 'mean',
      raises: ['shapes that differ: "Shape mismatch for Cross-Entropy Loss"'],
    }),
    losses.entry('crossEntropyLoss_binary', {
      takes: [prediction('y_pred', 'probabilities'), target('y_true', 'probabilities'), option('e', 1e-9)],
      applies: 'log',
      axis: 'elementwise',
      reduction: 'mean',
      raises: ['shapes that differ: "Shape mismatch for BCE Loss"'],
    }),
    losses.entry('crossEntropyLoss_softmax', {
      takes: [prediction('logits', 'logits'), target('y_true', 'one-hot')],
      applies: 'softmax',
      axis: 1,
      reduction: 'mean',
      silent: ['soft labels: only entries that are exactly 1 count in the value'],
      raises: ['anything but two matrices of one shape: "Shape mismatch for softmax"'],
    }),
    ops.sigmoid('sigmoid'),
    ops.confined('relu', 0, Infinity),
    ops.confined('tanh', -1, 1),
    ...ops.products(['dot']),
    ...ops.pairs(['conv2d'], 'logits'),
    ...ops.pairs(['add', 'sub', 'mul', 'div'], 'affine'),
    ...ops.each(['exp'], 'exp'),
    ...ops.each(['log'], 'log'),
    ...ops.reshaped(['reshape', 'Tensor.reshape'], 'shape'),
    layers.entry('Dense', {
      takes: [option('nin'), option('nout'), option('activation')],
      makes: { type: 'Module', gives: 'logits', units: 'nout', activation: { option: 'activation', default: 'linear' } },
    }),
    layers.entry('Conv', {
      takes: ['in_channels', 'out_channels', 'kernel_size', 'stride', 'padding', 'activation'].map((each) => option(each)),
      makes: { type: 'Module', gives: 'logits', units: 'out_channels', activation: { option: 'activation', default: 'linear' } },
    }),
    ...layers.layers(['Flatten'], { gives: 'same', units: null }),
    ...layers.layers(['MaxPool2D'], { gives: 'part' }),
    layers.entry('Sequential', { makes: { type: 'Module', layers: 'args' } }),
    layers.entry('Module.forward', { takes: [value('X')], gives: 'applied' }),
    ...layers.inert(['Module.parameters', 'Module.zeroGrad', 'Module.toJSON']),
  ],
}
