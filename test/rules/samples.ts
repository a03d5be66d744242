import { logitRows, oneHotRows, opaque, shown, softmax, use } from './uses.js'

export const softmaxLoss = 'tf.losses.softmaxCrossEntropy'
export const sigmoidLoss = 'tf.losses.sigmoidCrossEntropy'
export const logLoss = 'tf.losses.logLoss'
export const categorical = 'categoricalCrossentropy'
export const sparse = 'sparseCategoricalCrossentropy'
export const binary = 'binaryCrossentropy'
export const torchLoss = 'torch.nn.CrossEntropyLoss'
export const nll = 'torch.nn.NLLLoss'
export const kerasLoss = 'keras.losses.CategoricalCrossentropy'
export const klDiv = 'torch.nn.functional.kl_div'

export const logits = (facts = {}) => shown('logits', 'logits', facts)
export const probs = (facts = {}) => shown('probs', 'distribution', { madeBy: 'softmax', axis: -1, ...facts })
export const squashed = (facts = {}) => shown('squashed', 'probabilities', { madeBy: 'sigmoid', ...facts })
export const logProbs = (facts = {}) => shown('logProbs', 'log-probabilities', { madeBy: 'logSoftmax', axis: -1, ...facts })
export const hot = shown('ys', 'one-hot', { madeBy: 'oneHot' })
export const indices = shown('ys', 'class-indices', { madeBy: 'argMax' })
export const ys = opaque('ys')

export const rows = logitRows(20, 5)
export const softRows = rows.map(softmax)
export const hotRows = oneHotRows(20, 5)
export const indexRows = hotRows.map((row) => row.indexOf(1))
/** Sigmoid outputs that are nearly right: rows do not sum to 1, and they are too few to tell. */
export const nearlyHot = oneHotRows(4, 3).map((row) => row.map((p) => (p === 1 ? 0.9995 : 0.002)))
export const shapes = (prediction: number[], target: number[], loss = torchLoss) =>
  use(loss, opaque('scores', { shape: prediction }), opaque('labels', { shape: target }))
