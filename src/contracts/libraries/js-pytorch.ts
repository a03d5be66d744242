import type { Framework } from '../framework.js'
import { prediction, target, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'js-pytorch'
const tensors = writer(pkg, 'js-pytorch 0.7.2, src/tensor')
const layers = writer(pkg, 'js-pytorch 0.7.2, src/layers')

/** js-pytorch: one loss, which is stable for small scores only. Functions and methods of tensors are the same operations. */
export const jsPytorch: Framework = {
  package: pkg,
  imports: [pkg],
  globals: [],
  shorthand: pkg,
  roots: ['torch'],
  types: {
    Tensor: { chained: true },
    Parameter: { extends: 'Tensor' },
    'nn.Module': { runs: 'forward' },
    Module: { extends: 'nn.Module' },
  },
  activations: {},
  lossNames: {},
  entries: [
    layers.entry('nn.CrossEntropyLoss', {
      takes: [prediction('z', 'logits'), target('y', 'class-indices')],
      criterion: 'forward',
      applies: 'softmax',
      axis: -1,
      reduction: 'mean',
      silent: [
        'probabilities as logits: 0.9505 on the reference batch, where the logits give 1.0369',
        '[N, 1] logits: the loss is 0, whatever the targets are',
        'scores above 709: the exponential is not shifted, so the loss is NaN',
      ],
      raises: ['one-hot rows, and swapped arguments: "Attempting to reshape into invalid shape."'],
    }),
    ...layers.layers(['nn.Softmax'], { gives: 'distribution' }, [], { axis: -1 }),
    ...layers.layers(['nn.Linear'], { gives: 'logits', units: 'out_size' }, ['in_size', 'out_size', 'device', 'bias', 'xavier']),
    ...layers.layers(['nn.FullyConnected', 'nn.MultiHeadSelfAttention', 'nn.Block', 'nn.LayerNorm'], { gives: 'logits' }),
    ...layers.layers(['nn.Embedding', 'nn.PositionalEmbedding'], { gives: 'logits', units: 'embed_size' }, ['vocab_size', 'embed_size']),
    ...layers.layers(['nn.ReLU'], { gives: 'affine' }, [], { bounded: [0, Infinity] }),
    ...layers.layers(['nn.Dropout'], { gives: 'same' }, ['drop_prob']),
    layers.entry('Module.forward', { takes: [value('x')], gives: 'applied' }),
    ...layers.inert(['Module.parameters', 'Module.train', 'Module.eval', 'Module.entries']),
    ...tensors.products(['matmul']),
    ...tensors.pairs(['add', 'sub', 'mul', 'div'], 'affine'),
    ...tensors.each(['neg'], 'affine'),
    ...tensors.each(['exp'], 'exp'),
    ...tensors.each(['log'], 'log'),
    ...tensors.reshaped(['reshape'], 'shape'),
    ...tensors.kept(['Tensor.tolist']),
    ...tensors.each(['transpose', 'at'], 'part', ['a', 'b']),
    ...tensors.each(['tensor', 'Tensor'], 'tensor', ['requires_grad', 'device']),
    ...tensors.each(['randn'], 'logits', ['requires_grad', 'device', 'xavier']),
  ],
}
