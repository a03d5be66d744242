import type { Kind } from '../kinds.js'

/** Variants of a loss that differ only in the kind that they take, so that one may stand for the other with all arguments. */
export interface Counterparts {
  role: 'prediction' | 'target'
  of: Partial<Record<Kind, string>>
}

const byPrediction = (of: Counterparts['of']): Counterparts => ({ role: 'prediction', of })
const byTarget = (of: Counterparts['of']): Counterparts => ({ role: 'target', of })

/** Contract ids. Sources: those of the contracts. */
export const lossCounterparts: readonly Counterparts[] = [
  byPrediction({ logits: 'torch#nn.functional.cross_entropy', 'log-probabilities': 'torch#nn.functional.nll_loss' }),
  byPrediction({ logits: 'torch#nn.CrossEntropyLoss', 'log-probabilities': 'torch#nn.NLLLoss' }),
  byPrediction({
    logits: 'torch#nn.functional.binary_cross_entropy_with_logits',
    probabilities: 'torch#nn.functional.binary_cross_entropy',
  }),
  byPrediction({ logits: 'torch#nn.BCEWithLogitsLoss', probabilities: 'torch#nn.BCELoss' }),
  byPrediction({ logits: '@tensorflow/tfjs#losses.sigmoidCrossEntropy', probabilities: '@tensorflow/tfjs#losses.logLoss' }),
  byTarget({
    distribution: '@tensorflow/tfjs#compile.categoricalCrossentropy',
    'class-indices': '@tensorflow/tfjs#compile.sparseCategoricalCrossentropy',
  }),
  byTarget({ distribution: 'keras#losses.CategoricalCrossentropy', 'class-indices': 'keras#losses.SparseCategoricalCrossentropy' }),
  byTarget({ distribution: 'keras#losses.categorical_crossentropy', 'class-indices': 'keras#losses.sparse_categorical_crossentropy' }),
  byTarget({
    distribution: 'optax#softmax_cross_entropy',
    'class-indices': 'optax#softmax_cross_entropy_with_integer_labels',
  }),
]

/** Activations that differ only in the logarithm that they take: by package, the names of the two. */
export const activationCounterparts: readonly { distribution: string; 'log-probabilities': string }[] = [
  { distribution: 'softmax', 'log-probabilities': 'log_softmax' },
  { distribution: 'Softmax', 'log-probabilities': 'LogSoftmax' },
  { distribution: 'softmax', 'log-probabilities': 'logSoftmax' },
]

/** Layers that give what they are given, by the library that has one: it takes the place of an activation that is left out. */
export const identities: Readonly<Record<string, string>> = { torch: 'nn.Identity' }
