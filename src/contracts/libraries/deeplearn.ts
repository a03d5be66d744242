import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'deeplearn'
const ops = writer(pkg, 'deeplearn 0.5.1, ops')
const graph = writer(pkg, 'deeplearn 0.5.1, graph/graph')

/** deeplearn.js, the ancestor of TensorFlow.js: the eager loss takes the target first, the graph's cost the prediction. */
export const deeplearn: Framework = {
  package: pkg,
  imports: [pkg],
  globals: ['dl', 'deeplearn'],
  shorthand: pkg,
  types: {
    Tensor: { chained: true },
    ...Object.fromEntries([1, 2, 3, 4].map((rank) => [`Tensor${rank}D`, { extends: 'Tensor' }])),
    ...Object.fromEntries([1, 2, 3, 4].map((rank) => [`Array${rank}D`, { extends: 'Tensor' }])),
    NDArray: { extends: 'Tensor' },
    Scalar: { extends: 'Tensor' },
    Variable: { extends: 'Tensor' },
    Graph: {},
  },
  activations: {},
  lossNames: {},
  entries: [
    ops.entry('losses.softmaxCrossEntropy', {
      takes: [target('labels', 'distribution'), prediction('logits', 'logits'), option('dim', -1)],
      applies: 'softmax',
      axis: -1,
      axisOption: 'dim',
      reduction: 'none',
      silent: [
        'probabilities as logits: 0.7679 and 1.1330 on the reference batch, where the logits give 0.1429 and 1.9307',
        'swapped arguments: 1.6543 and 1.4308 on the reference batch',
        '[N, 1] shapes: the loss is 0, whatever the targets are',
      ],
      raises: ['class indices: "Shapes 2 and 2,3 must match"'],
      source: 'deeplearn 0.5.1, ops/softmax',
    }),
    graph.entry('Graph.softmaxCrossEntropyCost', {
      takes: [prediction('x', 'logits'), target('target', 'distribution')],
      applies: 'softmax',
      axis: -1,
      reduction: 'sum',
      silent: [
        'a softmax of the graph as x: 0.7679 for the first row of the reference batch, where the logits give 0.1429',
        'swapped arguments: 1.6543 for that row',
      ],
      source: 'deeplearn 0.5.1, graph/ops/softmax',
    }),
    ...eager(),
    ...symbolic(),
  ],
}

function eager(): Contract[] {
  return [
    ops.normalising('softmax', 'distribution', -1, 'dim'),
    ops.sigmoid('sigmoid'),
    ops.confined('relu', 0, Infinity),
    ops.confined('tanh', -1, 1),
    ops.confined('elu', -1, Infinity),
    ...ops.each(['leakyRelu', 'prelu', 'neg'], 'affine', ['alpha']),
    ops.entry('matMul', {
      takes: [value('a'), value('b'), option('transposeA'), option('transposeB')],
      gives: 'logits',
      classes: 'b',
      classesUnless: 'transposeB',
    }),
    ...ops.pairs(['matrixTimesVector', 'vectorTimesMatrix', 'outerProduct', 'conv1d', 'conv2d'], 'logits'),
    ...ops.pairs(['add', 'sub', 'mul', 'div', 'addStrict', 'subStrict', 'mulStrict', 'divStrict'], 'affine'),
    ...ops.each(['exp'], 'exp'),
    ...ops.each(['log'], 'log'),
    ...ops.reshaped(['reshape'], 'shape'),
    ...ops.reshaped(['expandDims', 'squeeze', 'Tensor.flatten', 'Tensor.data', 'Tensor.dataSync', 'Tensor.reshapeAs']),
    ...ops.reshaped(['Tensor.as1D', 'Tensor.as2D', 'Tensor.as3D', 'Tensor.as4D']),
    ...ops.each(['clipByValue', 'reverse'], 'same', ['option', 'other']),
    ...ops.kept(['clone', 'cast', 'Tensor.toFloat', 'Tensor.toInt', 'Tensor.asType']),
    ...ops.each(['transpose', 'slice', 'gather', 'tile'], 'part', ['option', 'other']),
    ...ops.each(['stack'], 'stack', ['axis']),
    ...ops.each(['tensor', 'tensor1d', 'tensor2d', 'tensor3d', 'tensor4d', 'scalar'], 'tensor', ['shape']),
    ...['Array1D', 'Array2D', 'Array3D', 'Array4D'].map((type) =>
      ops.entry(`${type}.new`, { takes: type === 'Array1D' ? [value('values')] : [option('shape'), value('values')], gives: 'tensor' }),
    ),
    ...ops.each(['randomNormal', 'truncatedNormal'], 'logits', ['mean', 'stdDev']),
    ...ops.each(['argMax'], 'class-indices', ['axis']),
    ops.entry('oneHot', { takes: [value('indices', 'class-indices'), option('depth')], gives: 'one-hot', axis: -1, classes: 'depth' }),
    ops.entry('tidy', { takes: [option('nameOrFn'), option('fn')], gives: 'callback', source: 'deeplearn 0.5.1, globals' }),
  ]
}

function symbolic(): Contract[] {
  return [
    graph.normalising('Graph.softmax', 'distribution', -1),
    graph.sigmoid('Graph.sigmoid'),
    graph.confined('Graph.relu', 0, Infinity),
    graph.confined('Graph.tanh', -1, 1),
    graph.confined('Graph.elu', -1, Infinity),
    ...graph.each(['Graph.leakyRelu', 'Graph.prelu'], 'affine', ['alpha']),
    ...graph.pairs(['Graph.matmul', 'Graph.conv2d'], 'logits'),
    ...graph.pairs(['Graph.add', 'Graph.subtract', 'Graph.multiply', 'Graph.divide'], 'affine'),
    ...graph.reshaped(['Graph.reshape'], 'shape'),
    ...graph.each(['Graph.exp'], 'exp'),
    ...graph.each(['Graph.log'], 'log'),
    ...graph.each(['Graph.maxPool'], 'part', ['fieldSize']),
    ...graph.each(['Graph.constant'], 'tensor'),
  ]
}
