import type { Framework } from '../framework.js'
import { option, prediction, target, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = '@shumai/shumai'
const losses = writer(pkg, 'shumai 0.0.13, shumai/loss/index.ts')
const modules = writer(pkg, 'shumai 0.0.13, shumai/module')
const tensors = writer(pkg, 'shumai 0.0.13, shumai/tensor')

/** shumai: losses are made first (`const loss = sm.loss.crossEntropy()`), and take the target first. Read, not run: it needs Bun. */
export const shumai: Framework = {
  package: pkg,
  imports: [pkg],
  globals: [],
  shorthand: 'shumai',
  types: { Tensor: { chained: true }, 'module.Module': { runs: 'forward' }, Module: { extends: 'module.Module' } },
  activations: {},
  lossNames: {},
  entries: [
    losses.entry('loss.crossEntropy', {
      takes: [target('y', 'distribution'), prediction('p', 'distribution')],
      criterion: true,
      applies: 'log',
      axis: 1,
      reduction: 'mean',
      silent: ['logits: the logarithm is clipped at -100, and NaN below 0', 'swapped arguments'],
    }),
    losses.entry('loss.binaryCrossEntropy', {
      takes: [target('y', 'probabilities'), prediction('p', 'probabilities')],
      criterion: true,
      applies: 'log',
      axis: 'elementwise',
      reduction: 'mean',
      silent: ['logits: the logarithm is clipped at -100, and NaN below 0', 'swapped arguments'],
    }),
    tensors.entry('softmax', { takes: [value('x', 'logits'), option('axis')], gives: 'distribution', axisOption: 'axis' }),
    tensors.sigmoid('sigmoid'),
    tensors.confined('relu', 0, Infinity),
    tensors.confined('relu6', 0, 6),
    tensors.confined('tanh', -1, 1),
    ...tensors.each(['leakyRelu', 'swish', 'elu', 'gelu', 'negate'], 'affine', ['alpha']),
    ...tensors.products(['matmul', 'mm']),
    ...tensors.pairs(['conv2d'], 'logits'),
    ...tensors.pairs(['add', 'sub', 'mul', 'div'], 'affine'),
    ...tensors.each(['exp'], 'exp'),
    ...tensors.each(['log'], 'log'),
    ...tensors.reshaped(['reshape'], 'shape'),
    ...tensors.reshaped(['squeeze', 'unsqueeze']),
    ...tensors.each(['clip', 'clamp'], 'same', ['low', 'high']),
    ...tensors.kept(['Tensor.astype', 'Tensor.detach', 'Tensor.copy']),
    ...tensors.each(['transpose', 'index', 'tile'], 'part', ['option']),
    ...tensors.each(['concatenate', 'concat'], 'stack', ['axis']),
    ...tensors.each(['randn'], 'logits', ['shape']),
    ...tensors.each(['argmax'], 'class-indices', ['axis']),
    ...['module.Linear', 'module.linear'].flatMap((name) =>
      modules.layers([name], { gives: 'logits', units: 'out_dim' }, ['inp_dim', 'out_dim']),
    ),
    ...['module.Sequential', 'module.sequential'].map((name) => modules.entry(name, { makes: { type: 'Module', layers: 'args' } })),
    modules.entry('Module.forward', { takes: [value('x')], gives: 'applied' }),
  ],
}
