import type { Kind } from '../../kinds.js'
import { type Computation, type Contract, call, type Parameter, type Transfer } from '../contract.js'
import { option, value } from '../parameters.js'

const pkg = '@tensorflow/tfjs'
const source = 'tfjs-core 4.22, ops'

/** An operation whose first argument is the value; the rest are options, by position. */
function operation(name: string, gives: Kind | Transfer, options: readonly string[], facts: Partial<Contract> = {}): Contract {
  return call(pkg, name, { takes: [value('x'), ...options.map((each) => option(each))], gives, source, ...facts })
}

const several = (names: readonly string[], gives: Kind | Transfer, options: readonly string[]): Contract[] =>
  names.map((name) => operation(name, gives, options))

const two = (name: string, computes: Computation): Contract =>
  call(pkg, name, { takes: [value('a'), value('b')], gives: 'affine', computes, source })

const computing = (names: readonly string[], computes: Computation, takes: readonly Parameter[]): Contract[] =>
  names.map((name) => call(pkg, name, { takes, computes, source }))

const confined = (name: string, low: number, high: number): Contract => operation(name, 'affine', [], { bounded: [low, high] })

const made = (name: string, gives: Kind | Transfer, takes: readonly Parameter[], facts: Partial<Contract> = {}): Contract =>
  call(pkg, name, { takes, gives, source, ...facts })

/** Axes after the first, as `as2D` to `as5D` name them. */
const axes = ['columns', 'depth', 'depth2', 'depth3']
const data = [value('values'), option('shape'), option('dtype')]
const normal = [option('shape'), option('mean', 0), option('stdDev', 1), option('dtype'), option('seed')]

/**
 * Operations that give a kind or hand one on, and those of which losses are written; every other gives an unknown value. So does elementwise
 * log-sigmoid: the rows of its results are not normalised, so they are no log-probabilities of classes.
 */
export const operations: readonly Contract[] = [
  // Activations.
  call(pkg, 'softmax', {
    takes: [value('logits', 'logits'), option('dim', -1)],
    gives: 'distribution',
    computes: 'softmax',
    axis: -1,
    axisOption: 'dim',
    source,
  }),
  call(pkg, 'logSoftmax', {
    takes: [value('logits', 'logits'), option('axis', -1)],
    gives: 'log-probabilities',
    computes: 'log-softmax',
    axis: -1,
    axisOption: 'axis',
    source,
  }),
  call(pkg, 'sigmoid', { takes: [value('x', 'logits')], gives: 'probabilities', axis: 'elementwise', source }),
  confined('relu', 0, Infinity),
  confined('relu6', 0, 6),
  confined('tanh', -1, 1),
  confined('softplus', 0, Infinity),
  confined('elu', -1, Infinity),
  confined('selu', -1.7582, Infinity),
  ...several(['leakyRelu', 'prelu'], 'affine', ['alpha']),
  operation('log', 'log', [], { computes: 'log' }),
  operation('exp', 'exp', [], { computes: 'exp' }),
  ...computing(['logSigmoid'], 'log-sigmoid', [value('x')]),
  ...computing(['logSumExp'], 'log-sum-exp', [value('x'), option('axis'), option('keepDims')]),

  // Literal and random data. Zeros, ones and uniform numbers may stand for anything.
  ...['tensor', 'tensor1d', 'tensor2d', 'tensor3d', 'tensor4d', 'tensor5d', 'tensor6d'].map((name) => made(name, 'tensor', data)),
  made('scalar', 'tensor', [value('value'), option('dtype')]),
  ...['randomNormal', 'truncatedNormal'].map((name) => made(name, 'logits', normal, { classes: 'shape' })),
  made('ones', 'shape', [option('shape')], { classes: 'shape', computes: 'ones' }),
  ...['zeros', 'randomUniform', 'randomUniformInt', 'randomGamma', 'fill'].map((name) =>
    made(name, 'shape', [option('shape')], { classes: 'shape' }),
  ),
  made('zerosLike', 'shape', [value('x')]),
  made('onesLike', 'shape', [value('x')], { computes: 'ones' }),
  made('variable', 'shape', [value('initialValue'), option('trainable'), option('name'), option('dtype')], { learnt: true }),
  made('randomStandardNormal', 'logits', [option('shape'), option('dtype'), option('seed')], { classes: 'shape' }),

  // Classes.
  call(pkg, 'oneHot', {
    takes: [value('indices', 'class-indices'), option('depth'), option('onValue', 1), option('offValue', 0), option('dtype', 'int32')],
    gives: 'one-hot',
    axis: -1,
    classes: 'depth',
    source,
  }),
  made('eye', 'one-hot', [option('numRows'), option('numColumns'), option('batchShape'), option('dtype')]),
  ...['argMax', 'argMin'].map((name) =>
    call(pkg, name, { takes: [value('x'), option('axis', 0)], gives: 'class-indices', axis: 0, axisOption: 'axis', source }),
  ),
  made('multinomial', 'class-indices', [value('logits'), option('numSamples'), option('seed'), option('normalized', false)]),

  // Products with weights: any real number.
  made('matMul', 'logits', [value('a'), value('b'), option('transposeA', false), option('transposeB', false)], {
    classes: 'b',
    classesUnless: 'transposeB',
    rank: 2,
  }),
  ...['outerProduct', 'einsum'].map((name) => made(name, 'logits', [value('a'), value('b')])),
  made('dot', 'logits', [value('a'), value('b')], { computes: 'dot' }),
  ...['conv1d', 'conv2d', 'conv2dTranspose', 'conv3d', 'conv3dTranspose', 'depthwiseConv2d', 'separableConv2d'].map((name) =>
    made(name, 'logits', [value('x'), option('filter')]),
  ),
  ...['batchNorm', 'batchNorm2d', 'batchNorm3d', 'batchNorm4d'].map((name) => operation(name, 'logits', ['mean', 'variance'])),

  // Sums and scalings.
  two('add', 'sum'),
  two('sub', 'difference'),
  two('mul', 'product'),
  ...['div', 'divNoNan'].map((name) => two(name, 'quotient')),
  operation('neg', 'affine', [], { computes: 'negation' }),
  call(pkg, 'addN', { takes: [value('tensors')], gives: 'affine', computes: 'sum', source }),
  made('maximum', 'at-least', [value('a'), value('b')]),
  made('minimum', 'at-most', [value('a'), value('b')]),

  // Values of unknown kind, of which formulas are made.
  ...computing(['sum'], 'total', [value('x'), option('axis'), option('keepDims')]),
  ...computing(['mean'], 'average', [value('x'), option('axis'), option('keepDims')]),
  ...computing(['where'], 'choice', [value('condition'), value('a'), value('b')]),

  // The same entries and the same rows.
  ...several(['clone', 'keep'], 'itself', []),
  operation('cast', 'itself', ['dtype']),
  ...['reshape', 'broadcastTo', 'ensureShape'].map((name) => operation(name, 'same', ['shape'], { classes: 'shape' })),
  ...['expandDims', 'squeeze'].map((name) => operation(name, 'same', ['axis'], { classes: null })),
  operation('clipByValue', 'same', ['clipValueMin', 'clipValueMax']),
  operation('reverse', 'same', ['axis']),
  ...several(['reverse1d', 'reverse2d', 'reverse3d', 'reverse4d', 'image.flipLeftRight'], 'same', []),
  operation('dropout', 'same', ['rate', 'noiseShape', 'seed']),
  operation('image.resizeNearestNeighbor', 'same', ['size', 'alignCorners', 'halfPixelCenters']),

  // Some of the entries, or all of them with the class axis perhaps moved.
  operation('transpose', 'part', ['perm']),
  operation('slice', 'part', ['begin', 'size']),
  ...several(['slice1d', 'slice2d', 'slice3d', 'slice4d'], 'part', ['begin', 'size']),
  operation('stridedSlice', 'part', ['begin', 'end', 'strides']),
  operation('gather', 'part', ['indices', 'axis', 'batchDims'], { computes: 'pick' }),
  operation('gatherND', 'part', ['indices'], { computes: 'pick' }),
  operation('booleanMaskAsync', 'part', ['mask', 'axis'], { computes: 'pick' }),
  operation('split', 'part', ['numOrSizeSplits', 'axis']),
  operation('unstack', 'part', ['axis']),
  operation('tile', 'part', ['reps']),
  operation('image.resizeBilinear', 'part', ['size', 'alignCorners', 'halfPixelCenters']),
  operation('image.cropAndResize', 'part', ['boxes', 'boxInd', 'cropSize']),
  ...several(['maxPool', 'avgPool', 'maxPool3d', 'avgPool3d'], 'part', ['filterSize', 'strides', 'pad']),

  // Several values side by side.
  call(pkg, 'concat', { takes: [value('tensors'), option('axis', 0)], gives: 'stack', source }),
  call(pkg, 'stack', { takes: [value('tensors'), option('axis', 0)], gives: 'stack', source }),
  call(pkg, 'concat1d', { takes: [value('tensors')], gives: 'stack', source }),
  ...['concat2d', 'concat3d', 'concat4d'].map((name) =>
    call(pkg, name, { takes: [value('tensors'), option('axis')], gives: 'stack', source }),
  ),

  call(pkg, 'Tensor.where', { takes: [value('this'), value('condition'), value('x')], source: 'tfjs-core 4.22, public/chained_ops' }),
  ...['Tensor.concat', 'Tensor.stack'].map((name) => made(name, 'stack', [value('this'), value('x'), option('axis', 0)])),

  // Scopes.
  call(pkg, 'tidy', { takes: [option('nameOrFn'), option('fn')], gives: 'callback', source: 'tfjs-core 4.22, globals' }),

  // Methods that are no operation of the library.
  ...['array', 'arraySync', 'toFloat', 'toInt', 'toBool'].map((name) => method(name, 'itself')),
  method('asType', 'itself', { takes: [value('this'), option('dtype')] }),
  ...['data', 'dataSync', 'buffer', 'bufferSync', 'flatten', 'asScalar', 'as1D'].map((name) => method(name, 'same', { classes: null })),
  ...axes.map((_, count) =>
    method(`as${count + 2}D`, 'same', {
      takes: [value('this'), option('rows'), ...axes.slice(0, count + 1).map((axis) => option(axis))],
      classes: axes[count]!,
    }),
  ),
  method('reshapeAs', 'same', { takes: [value('this'), option('x')], classes: 'x' }),
  method('resizeNearestNeighbor', 'same'),
  method('resizeBilinear', 'part'),
  ...['Tensor.print', 'Tensor.toString', 'Tensor.dispose'].map((name) => call(pkg, name, { source: 'tfjs-core 4.22, tensor' })),
  call(pkg, 'Variable.assign', { takes: [value('newValue')], mutates: 'other', source: 'tfjs-core 4.22, tensor' }),
]

function method(name: string, gives: Transfer, facts: Partial<Contract> = {}): Contract {
  return call(pkg, `Tensor.${name}`, { takes: [value('this')], gives, source: 'tfjs-core 4.22, tensor and public/chained_ops', ...facts })
}
