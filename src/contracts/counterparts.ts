import type { Kind } from '../kinds.js'

/** Variants of a loss that differ only in the kind that they take, so that one may stand for the other with all arguments. */
export interface Counterparts {
  role: 'prediction' | 'target'
  of: Partial<Record<Kind, string>>
  /** To which of them `compile` goes over without a change of anything but the loss value: metrics, and what is saved, stay. */
  keeps?: Kind
}

const byPrediction = (of: Counterparts['of'], keeps?: Kind): Counterparts => ({ role: 'prediction', of, ...(keeps && { keeps }) })
const byTarget = (of: Counterparts['of']): Counterparts => ({ role: 'target', of })

/** Contract ids; those of `compile` are names that only it knows. Sources: those of the contracts. */
export const lossCounterparts: readonly Counterparts[] = [
  byPrediction({ logits: 'torch#nn.functional.cross_entropy', 'log-probabilities': 'torch#nn.functional.nll_loss' }),
  byPrediction({ logits: 'torch#nn.CrossEntropyLoss', 'log-probabilities': 'torch#nn.NLLLoss' }),
  byPrediction({
    logits: 'torch#nn.functional.binary_cross_entropy_with_logits',
    probabilities: 'torch#nn.functional.binary_cross_entropy',
  }),
  byPrediction({ logits: 'torch#nn.BCEWithLogitsLoss', probabilities: 'torch#nn.BCELoss' }),
  // TensorFlow.js saves no loss but by its name, and 'accuracy' of some outputs hangs on which function the loss is.
  byPrediction(
    { logits: '@tensorflow/tfjs#losses.softmaxCrossEntropy', distribution: '@tensorflow/tfjs#compile.categoricalCrossentropy' },
    'distribution',
  ),
  byPrediction({ logits: '@tensorflow/tfjs#losses.sigmoidCrossEntropy', probabilities: '@tensorflow/tfjs#compile.binaryCrossentropy' }),
  byPrediction({ logits: '@tensorflow/tfjs#losses.sigmoidCrossEntropy', probabilities: '@tensorflow/tfjs#losses.logLoss' }),
  byPrediction(
    { logits: 'keras#losses.CategoricalCrossentropy(from_logits=True)', distribution: 'keras#compile.categorical_crossentropy' },
    'logits',
  ),
  byPrediction(
    {
      logits: 'keras#losses.SparseCategoricalCrossentropy(from_logits=True)',
      distribution: 'keras#compile.sparse_categorical_crossentropy',
    },
    'logits',
  ),
  byPrediction({ logits: 'keras#losses.BinaryCrossentropy(from_logits=True)', probabilities: 'keras#compile.binary_crossentropy' }),
  byTarget({
    distribution: '@tensorflow/tfjs#compile.categoricalCrossentropy',
    'class-indices': '@tensorflow/tfjs#compile.sparseCategoricalCrossentropy',
  }),
  byTarget({
    distribution: 'keras#compile.categorical_crossentropy',
    'class-indices': 'keras#compile.sparse_categorical_crossentropy',
  }),
  byTarget({ distribution: 'keras#losses.CategoricalCrossentropy', 'class-indices': 'keras#losses.SparseCategoricalCrossentropy' }),
  byTarget({ distribution: 'keras#losses.categorical_crossentropy', 'class-indices': 'keras#losses.sparse_categorical_crossentropy' }),
  byTarget({
    distribution: 'optax#softmax_cross_entropy',
    'class-indices': 'optax#softmax_cross_entropy_with_integer_labels',
  }),
]

/** The loss for rows of one class and the one for rows of any number of classes, of the same kind of prediction; what labels the second needs. */
export interface ByClasses {
  exclusive: string
  independent: string
  labels: string
}

const sameShape = 'labels are then 0 or 1, in the shape of the prediction'
const floats = 'labels are then 0.0 or 1.0, as floats in the shape of the prediction'

export const lossesByClasses: readonly ByClasses[] = [
  {
    exclusive: 'torch#nn.functional.cross_entropy',
    independent: 'torch#nn.functional.binary_cross_entropy_with_logits',
    labels: floats,
  },
  { exclusive: 'torch#nn.CrossEntropyLoss', independent: 'torch#nn.BCEWithLogitsLoss', labels: floats },
  {
    exclusive: '@tensorflow/tfjs#losses.softmaxCrossEntropy',
    independent: '@tensorflow/tfjs#losses.sigmoidCrossEntropy',
    labels: sameShape,
  },
  {
    exclusive: '@tensorflow/tfjs#compile.categoricalCrossentropy',
    independent: '@tensorflow/tfjs#compile.binaryCrossentropy',
    labels: sameShape,
  },
  {
    exclusive: '@tensorflow/tfjs#compile.sparseCategoricalCrossentropy',
    independent: '@tensorflow/tfjs#compile.binaryCrossentropy',
    labels: sameShape,
  },
  { exclusive: 'keras#compile.categorical_crossentropy', independent: 'keras#compile.binary_crossentropy', labels: sameShape },
  { exclusive: 'keras#compile.sparse_categorical_crossentropy', independent: 'keras#compile.binary_crossentropy', labels: sameShape },
  { exclusive: 'keras#losses.CategoricalCrossentropy', independent: 'keras#losses.BinaryCrossentropy', labels: sameShape },
  { exclusive: 'optax#softmax_cross_entropy', independent: 'optax#sigmoid_binary_cross_entropy', labels: sameShape },
]

/** Activations that differ in what they give, under the names that one library has for them in one place. */
export const activationCounterparts: readonly Partial<Record<Kind, string>>[] = [
  { distribution: 'softmax', 'log-probabilities': 'log_softmax', probabilities: 'sigmoid' },
  { distribution: 'Softmax', 'log-probabilities': 'LogSoftmax', probabilities: 'Sigmoid' },
  { distribution: 'softmax', 'log-probabilities': 'logSoftmax', probabilities: 'sigmoid' },
]

/** Functions that give a kind of scores, by library; softmax of some takes its axis. */
export const activationFunctions: Readonly<Record<string, Partial<Record<Kind, string>>>> = {
  '@tensorflow/tfjs': { distribution: 'softmax', probabilities: 'sigmoid', 'log-probabilities': 'logSoftmax' },
  torch: { distribution: 'nn.functional.softmax', probabilities: 'sigmoid', 'log-probabilities': 'nn.functional.log_softmax' },
}

/** The keyword under which softmax has to be told its axis, by library. */
export const axisKeywords: Readonly<Record<string, string>> = { torch: 'dim' }

/** Layers that give what they are given, by the library that has one: it takes the place of an activation that is left out. */
export const identities: Readonly<Record<string, string>> = { torch: 'nn.Identity' }

/** Calls that cut values off, and are told to give the same all the same: their limits are for probabilities, and mean something else for scores. */
export const cutting: ReadonlySet<string> = new Set(['@tensorflow/tfjs#clipByValue'])
