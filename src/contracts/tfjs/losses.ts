import { type Contract, call } from '../contract.js'
import { option, prediction, target, weights } from '../parameters.js'

const pkg = '@tensorflow/tfjs'
const versions = '<=4.22.0'

const oneColumn = '[N, 1] shapes: the loss is exactly 0, whatever the targets are'
const mustMatch = 'shapes that differ: "Shapes … and … must match"; nothing is broadcast'

/** Losses of TensorFlow.js: target first, class axis last. `metrics.*` reduce to one value a row, `losses.*` to the mean. */
export const losses: readonly Contract[] = [
  call(pkg, 'losses.softmaxCrossEntropy', {
    takes: [
      target('onehotLabels', 'distribution'),
      prediction('logits', 'logits'),
      weights('weights'),
      option('labelSmoothing', 0),
      option('reduction'),
    ],
    applies: 'softmax',
    axis: -1,
    weighsLosses: true,
    reduction: 'mean',
    defects: [
      {
        when: 'labelSmoothing is set and the labels have more than two axes',
        versions,
        effect: 'the smoothing divides by the size of axis 1 instead of the class count',
        remedy: 'reshape labels and logits to [rows, classes] first',
        hit: { option: 'labelSmoothing', targetRank: 3 },
      },
    ],
    silent: [
      'probabilities as logits: 0.9505 on the reference batch, where the logits give 1.0369',
      'swapped arguments, when both are [N, C]: 1.5426 on the reference batch',
      'label smoothing in the third place: it is taken as weights, so the loss is scaled by it',
      oneColumn,
      'labels whose rows do not sum to 1',
      'weights that are all 0: the loss is NaN',
      'weights of shape [N, 1]: they are broadcast to [N, N], so the loss of every row meets all weights',
    ],
    raises: ['class indices: "Shapes 2 and 2,3 must match"', mustMatch],
    source: 'tfjs-core 4.22, ops/losses/softmax_cross_entropy',
  }),
  call(pkg, 'losses.sigmoidCrossEntropy', {
    takes: [
      target('multiClassLabels', 'probabilities'),
      prediction('logits', 'logits'),
      weights('weights'),
      option('labelSmoothing', 0),
      option('reduction'),
    ],
    applies: 'sigmoid',
    axis: 'elementwise',
    weighsLosses: true,
    reduction: 'mean',
    silent: [
      'sigmoid outputs as logits: positives cannot fall below 0.3133, negatives not below 0.6931',
      'swapped arguments: 0.4832 on the reference batch, where 0.7791 is right',
      'labels outside [0, 1]',
    ],
    raises: [mustMatch, '[N] against [N, 1]: "Shapes 2 and 2,1 must match"'],
    source: 'tfjs-core 4.22, ops/losses/sigmoid_cross_entropy',
  }),
  call(pkg, 'losses.logLoss', {
    takes: [
      target('labels', 'probabilities'),
      prediction('predictions', 'probabilities'),
      weights('weights'),
      option('epsilon', 1e-7),
      option('reduction'),
    ],
    applies: 'log',
    axis: 'elementwise',
    weighsLosses: true,
    reduction: 'mean',
    silent: [
      'logits outside [0, 1]: the loss is NaN',
      'swapped arguments: 5.3727 on the reference batch, where 0.4594 is right',
      'one-hot rows: the two-term form averages over the classes too (0.4594, the categorical value is 0.7803)',
      'label smoothing in the fourth place: it is taken as epsilon',
    ],
    raises: [mustMatch],
    source: 'tfjs-core 4.22, ops/losses/log_loss',
  }),
  call(pkg, 'metrics.categoricalCrossentropy', {
    takes: [target('yTrue', 'distribution'), prediction('yPred', 'distribution'), option('fromLogits', false)],
    applies: 'log',
    normalises: true,
    axis: -1,
    reduction: 'none',
    broadcasts: true,
    defects: [
      {
        when: 'a third argument, fromLogits, is given',
        versions,
        effect: 'the argument is ignored: the prediction is still read as probabilities',
        remedy: 'pass softmax(logits), or use tf.losses.softmaxCrossEntropy on the logits',
        hit: { option: 'fromLogits' },
      },
    ],
    silent: [
      'logits: each row is divided by its sum and clipped to [1e-7, 1 - 1e-7], [0.0000, 16.1181] on the reference batch',
      'probabilities that do not sum to 1: they are rescaled, so 2p gives the same loss',
      'swapped arguments',
    ],
    raises: ['plain arrays: TypeError (tensors only)', 'class indices [N], unless N happens to equal C: a broadcast error'],
    source: 'tfjs-layers 4.22, exports_metrics and losses',
  }),
  call(pkg, 'metrics.binaryCrossentropy', {
    takes: [target('yTrue', 'probabilities'), prediction('yPred', 'probabilities')],
    applies: 'log',
    axis: 'elementwise',
    reduction: 'none',
    silent: [
      'logits: they are clipped to [1e-7, 1 - 1e-7], [5.3141, 6.0281] on the reference batch',
      'a third argument fromLogits: it is ignored',
    ],
    raises: ['shapes that differ: "logits and labels must have the same shape"'],
    source: 'tfjs-layers 4.22, exports_metrics and losses',
  }),
  call(pkg, 'compile.categoricalCrossentropy', {
    takes: [target('yTrue', 'distribution'), prediction('yPred', 'distribution')],
    applies: 'log',
    normalises: true,
    axis: -1,
    reduction: 'mean',
    silent: [
      'a model that ends in a linear layer: rows are divided by their sum and clipped, and clipped entries have no gradient',
      'a model that ends in logSoftmax: negatives over a negative sum invert the ranking, so the loss falls while accuracy goes to 0',
      'fitDataset with [N, 1] labels: they are broadcast',
      'a sigmoid output: it is used as an unnormalised softmax',
    ],
    raises: [
      'fit, evaluate and trainOnBatch with class indices: a ValueError about the target shape',
      'a model of one unit: "You are passing a target array of shape …"',
      'other spellings, such as categoricalCrossEntropy or categorical_crossentropy: "Unknown loss"',
    ],
    source: 'tfjs-layers 4.22, losses',
  }),
  call(pkg, 'compile.sparseCategoricalCrossentropy', {
    takes: [target('yTrue', 'class-indices'), prediction('yPred', 'distribution')],
    applies: 'log',
    normalises: true,
    axis: -1,
    reduction: 'mean',
    defects: [
      {
        when: 'the labels are int32',
        versions,
        effect: "the loss throws: \"Argument 'x' passed to 'floor' must be float32 tensor, but got int32 tensor\"",
        remedy: 'cast the labels with toFloat()',
        hit: { targetDtype: 'int32' },
      },
    ],
    silent: [
      'a model that ends in a linear layer: its outputs are clipped to [1e-7, 1 - 1e-7]',
      'labels out of range or negative: their row is all 0, so they are ignored',
    ],
    raises: ['one-hot labels: a ValueError about the target shape', 'a model of one unit: "depth must be >=2, but it is 1"'],
    source: 'tfjs-layers 4.22, losses',
  }),
  call(pkg, 'compile.binaryCrossentropy', {
    takes: [target('yTrue', 'probabilities'), prediction('yPred', 'probabilities')],
    applies: 'log',
    axis: 'elementwise',
    reduction: 'mean',
    silent: ['a model that ends in a linear layer: its outputs are clipped to [1e-7, 1 - 1e-7]', 'a softmax output with one-hot labels'],
    raises: ['shapes that differ: "logits and labels must have the same shape"'],
    source: 'tfjs-layers 4.22, losses',
  }),
  call(pkg, 'compile.kullbackLeiblerDivergence', {
    takes: [target('yTrue', 'distribution'), prediction('yPred', 'distribution')],
    applies: 'log',
    axis: -1,
    reduction: 'mean',
    defects: [
      {
        when: 'the labels are int32',
        versions,
        effect: 'clipping rounds the small constant to 0, so the loss is NaN',
        remedy: 'cast the labels with toFloat()',
        hit: { targetDtype: 'int32' },
      },
    ],
    silent: [
      'log-probabilities: every entry is clipped to 1e-7, so a row of one-hot labels costs 16.1181 and has no gradient',
      'logits: they are clipped to [1e-7, 1]',
      'fitDataset with [N, 1] labels: they are broadcast',
    ],
    raises: ['the short names kld and KLD: "Unknown loss"'],
    source: 'tfjs-layers 4.22, losses',
  }),
]

const compiled = (name: string): string => `${pkg}#compile.${name}`

/** Every name that `compile({ loss })` accepts; all others throw "Unknown loss". Source: `lossesMap` of tfjs-layers 4.22. */
export const lossNames: Readonly<Record<string, string | null>> = {
  categoricalCrossentropy: compiled('categoricalCrossentropy'),
  sparseCategoricalCrossentropy: compiled('sparseCategoricalCrossentropy'),
  binaryCrossentropy: compiled('binaryCrossentropy'),
  kullbackLeiblerDivergence: compiled('kullbackLeiblerDivergence'),
  meanSquaredError: null,
  meanAbsoluteError: null,
  meanAbsolutePercentageError: null,
  meanSquaredLogarithmicError: null,
  squaredHinge: null,
  hinge: null,
  categoricalHinge: null,
  logcosh: null,
  poisson: null,
  cosineProximity: null,
}
