import type { Use } from '../../src/use.js'
import { inspected, logitRows, oneHotRows, opaque, shown, softmax, use } from './uses.js'

const softmaxLoss = 'tf.losses.softmaxCrossEntropy'
const sigmoidLoss = 'tf.losses.sigmoidCrossEntropy'
const logLoss = 'tf.losses.logLoss'
const categorical = 'categoricalCrossentropy'
const sparse = 'sparseCategoricalCrossentropy'
const binary = 'binaryCrossentropy'
const torchLoss = 'torch.nn.CrossEntropyLoss'
const nll = 'torch.nn.NLLLoss'
const klDiv = 'torch.nn.functional.kl_div'

const logits = (facts = {}) => shown('logits', 'logits', facts)
const probs = (facts = {}) => shown('probs', 'distribution', { madeBy: 'softmax', axis: -1, ...facts })
const squashed = (facts = {}) => shown('squashed', 'probabilities', { madeBy: 'sigmoid', ...facts })
const logProbs = (facts = {}) => shown('logProbs', 'log-probabilities', { madeBy: 'logSoftmax', axis: -1, ...facts })
const hot = shown('ys', 'one-hot', { madeBy: 'oneHot' })
const indices = shown('ys', 'class-indices', { madeBy: 'argMax' })
const ys = opaque('ys')

const rows = logitRows(20, 5)
const softRows = rows.map(softmax)
const hotRows = oneHotRows(20, 5)
const indexRows = hotRows.map((row) => row.indexOf(1))
/** Sigmoid outputs that are nearly right: rows do not sum to 1, and they are too few to tell. */
const nearlyHot = oneHotRows(4, 3).map((row) => row.map((p) => (p === 1 ? 0.9995 : 0.002)))
const shapes = (prediction: number[], target: number[], loss = torchLoss) =>
  use(loss, opaque('scores', { shape: prediction }), opaque('labels', { shape: target }))

/** For each rule: uses that it explains, the first of which gives the message snapshot, and uses near them that are sound. */
export const cases: Readonly<Record<string, { fires: readonly Use[]; quiet: readonly Use[] }>> = {
  'swapped-arguments': {
    fires: [
      use(softmaxLoss, hot, logits()),
      use(torchLoss, shown('target', 'one-hot', { madeBy: 'one_hot' }), logits()),
      use(softmaxLoss, hot, probs()),
      use(softmaxLoss, ys, logits()),
      use(softmaxLoss, hot, opaque('prediction')),
      use(logLoss, hot, squashed()),
      inspected({ loss: softmaxLoss, prediction: hotRows, target: rows }),
      inspected({ loss: logLoss, prediction: hotRows, target: softRows }),
    ],
    quiet: [
      use(softmaxLoss, logits(), hot),
      use(softmaxLoss, logits(), probs()),
      use(softmaxLoss, ys, opaque('labels')),
      inspected({ loss: torchLoss, prediction: [[1, 0, 0]], target: [0] }),
      inspected({ loss: softmaxLoss, prediction: rows, target: softRows }),
    ],
  },
  'single-class-softmax': {
    fires: [
      use(softmaxLoss, logits({ classes: 1 }), ys),
      use(categorical, squashed({ classes: 1 }), undefined),
      use(binary, probs({ classes: 1 }), undefined),
      inspected({ loss: torchLoss, prediction: [[2], [-1]], target: [0, 0] }),
    ],
    quiet: [use(binary, squashed({ classes: 1 }), undefined), use(softmaxLoss, logits({ classes: 2 }), ys)],
  },
  'wrong-class-axis': {
    fires: [shapes([2, 5, 3], [2, 5]), shapes([8, 3, 32, 32], [8, 32, 32], sparse)],
    quiet: [shapes([2, 3, 5], [2, 5]), shapes([2, 5, 5], [2, 5]), shapes([8, 32, 32, 3], [8, 32, 32], sparse)],
  },
  'shape-mismatch': {
    fires: [
      shapes([8], [8, 1], 'torch.nn.BCEWithLogitsLoss'),
      shapes([8, 3], [1, 3], klDiv),
      shapes([8, 3], [8, 1]),
      shapes([8, 3], [8, 4], softmaxLoss),
    ],
    quiet: [
      shapes([8, 3], [8]),
      shapes([8, 3], [8, 3]),
      shapes([3], []),
      shapes([8, 3], [8, 1], sparse),
      shapes([50, 8, 20], [8, 30], 'torch.nn.CTCLoss'),
      use(softmaxLoss, opaque('scores', { shape: [null, 3] }), opaque('labels', { shape: [8, 3] })),
    ],
  },
  'loss-at-floor': {
    fires: [inspected({ loss: torchLoss, prediction: nearlyHot, target: [0, 1, 2, 0], value: 0.5519 })],
    quiet: [
      inspected({ loss: torchLoss, prediction: nearlyHot, target: [0, 1, 2, 0], value: 0.6 }),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, value: 0.9048325 }),
    ],
  },
  'non-finite-input': {
    fires: [
      inspected({
        loss: softmaxLoss,
        prediction: [
          [1, 2],
          [Number.NaN, 0],
        ],
        target: oneHotRows(2, 2),
      }),
      inspected({ loss: torchLoss, prediction: [[1, Number.POSITIVE_INFINITY]], target: [0] }),
      inspected({ loss: softmaxLoss, prediction: [[1, Number.NEGATIVE_INFINITY]], target: [[1, 0]] }),
      inspected({ loss: softmaxLoss, prediction: [[1, 2]], target: [[Number.NaN, 0]] }),
    ],
    quiet: [
      inspected({ loss: torchLoss, prediction: [[1, Number.NEGATIVE_INFINITY]], target: [0] }),
      inspected({ loss: torchLoss, prediction: [[1, Number.NEGATIVE_INFINITY]], target: [0], value: 0.3 }),
    ],
  },
  'wrong-softmax-axis': {
    fires: [
      use(nll, logProbs({ axis: 0 }), indices),
      use(categorical, probs({ axis: 0, shape: [null, 3] }), undefined),
      use(torchLoss, logProbs({ axis: 0 }), indices),
      inspected({ loss: categorical, prediction: transpose(logitRows(5, 8).map(softmax)), target: oneHotRows(8, 5) }),
    ],
    quiet: [
      use(nll, logProbs({ axis: 1, shape: [8, 3] }), indices),
      use(nll, logProbs({ axis: -1 }), indices),
      use(nll, logProbs({ axis: -1, shape: [8, 3] }), indices),
    ],
  },
  'probabilities-as-logits': {
    fires: [
      use(softmaxLoss, probs({ classes: 10 }), hot),
      use(softmaxLoss, probs(), hot),
      use(softmaxLoss, squashed({ classes: 3 }), hot),
      use(sigmoidLoss, squashed(), ys),
      use(sigmoidLoss, probs(), ys),
      inspected({ loss: torchLoss, prediction: [[1, 0, 0]], target: [0], value: 0.5514 }),
      inspected({ loss: torchLoss, prediction: softRows, target: indexRows }),
    ],
    quiet: [
      use(softmaxLoss, logits(), hot),
      use(categorical, probs(), undefined),
      use(softmaxLoss, opaque('probs'), hot),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows }),
    ],
  },
  'log-probabilities-as-logits': {
    fires: [use(torchLoss, logProbs(), indices), use(sigmoidLoss, logProbs(), ys)],
    quiet: [use(nll, logProbs(), indices), use(torchLoss, logits(), indices)],
  },
  'logits-as-probabilities': {
    fires: [
      use(categorical, logits({ classes: 3 }), undefined),
      use(binary, logits(), undefined),
      inspected({ loss: logLoss, prediction: rows, target: hotRows }),
    ],
    quiet: [use(categorical, probs(), undefined), use(softmaxLoss, logits(), hot), use(binary, squashed(), undefined)],
  },
  'logits-as-log-probabilities': {
    fires: [use(nll, logits(), indices), inspected({ loss: nll, prediction: rows, target: indexRows })],
    quiet: [
      use(nll, logProbs(), indices),
      inspected({ loss: nll, prediction: softRows.map((row) => row.map(Math.log)), target: indexRows }),
      inspected({
        loss: klDiv,
        prediction: [
          [
            [-0.9, -0.7],
            [-0.5, -0.7],
          ],
        ],
        target: [
          [
            [0.4, 0.5],
            [0.6, 0.5],
          ],
        ],
      }),
    ],
  },
  'probabilities-as-log-probabilities': {
    fires: [
      use(nll, probs({ classes: 3 }), indices),
      use(klDiv, probs(), ys),
      inspected({ loss: nll, prediction: softRows, target: indexRows }),
    ],
    quiet: [use(nll, logProbs(), indices), use(torchLoss, logits(), indices)],
  },
  'log-probabilities-as-probabilities': {
    fires: [use(categorical, logProbs(), undefined), use(logLoss, logProbs(), ys)],
    quiet: [use(nll, logProbs(), indices), use(categorical, probs(), undefined)],
  },
  'probabilities-as-distribution': {
    fires: [use(categorical, squashed({ classes: 3 }), undefined)],
    quiet: [use(categorical, probs(), undefined), use(binary, squashed({ classes: 3 }), undefined)],
  },
  'distribution-as-binary': {
    fires: [
      use(binary, probs({ classes: 3 }), undefined),
      use(logLoss, probs(), ys),
      inspected({ loss: logLoss, prediction: softRows, target: hotRows }),
    ],
    quiet: [use(binary, probs({ classes: 2 }), undefined), use(binary, squashed({ classes: 3 }), undefined)],
  },
  'double-activation': {
    fires: [
      use(categorical, probs({ classes: 3, twice: { first: 'softmax', second: 'softmax', got: 'distribution', at: place() } }), undefined),
      use(binary, squashed({ twice: { first: 'sigmoid', second: 'sigmoid', got: 'probabilities', at: place() } }), undefined),
      use(categorical, probs({ twice: { first: 'logSoftmax', second: 'softmax', got: 'log-probabilities', at: place() } }), undefined),
    ],
    quiet: [use(categorical, probs(), undefined)],
  },
  'bounded-logits': {
    fires: [
      use(softmaxLoss, logits({ classes: 10, bounded: { by: 'tanh', low: -1, high: 1 } }), hot),
      use(softmaxLoss, logits({ bounded: { by: 'relu', low: 0, high: Number.POSITIVE_INFINITY } }), hot),
      use(sigmoidLoss, logits({ bounded: { by: 'relu', low: 0, high: Number.POSITIVE_INFINITY } }), ys),
    ],
    quiet: [
      use(softmaxLoss, logits({ classes: 10, bounded: { by: 'clipByValue', low: -15, high: 15 } }), hot),
      use(softmaxLoss, logits({ bounded: { by: 'softplus', low: 0, high: Number.POSITIVE_INFINITY } }), hot),
      use(binary, squashed({ bounded: { by: 'relu', low: 0, high: Number.POSITIVE_INFINITY } }), undefined),
    ],
  },
  'target-ignored': {
    fires: [
      inspected({ loss: torchLoss, prediction: rows, target: indexRows.map(() => -100), dtypes: { target: 'int64' } }),
      inspected({ loss: softmaxLoss, prediction: rows, target: hotRows, weights: indexRows.map(() => 0) }),
    ],
    quiet: [
      inspected({
        loss: torchLoss,
        prediction: rows,
        target: indexRows.map((index, i) => (i === 0 ? index : -100)),
        dtypes: { target: 'int64' },
      }),
      inspected({ loss: softmaxLoss, prediction: rows, target: hotRows, weights: indexRows.map((_, i) => i % 2) }),
    ],
  },
  'indices-as-one-hot': {
    fires: [
      use(softmaxLoss, logits({ classes: 3 }), indices),
      inspected({ loss: softmaxLoss, prediction: rows, target: indexRows, dtypes: { target: 'int32' } }),
    ],
    quiet: [use(softmaxLoss, logits(), hot), use(sigmoidLoss, logits(), indices), use(torchLoss, logits(), indices)],
  },
  'one-hot-as-indices': {
    fires: [
      use(sparse, probs(), hot),
      use(torchLoss, logits(), shown('ys', 'one-hot', { dtype: 'int64' })),
      inspected({ loss: torchLoss, prediction: rows, target: hotRows }),
    ],
    quiet: [use(torchLoss, logits(), indices), use(softmaxLoss, logits(), hot), use(torchLoss, logits(), shown('soft', 'distribution'))],
  },
  'target-out-of-range': {
    fires: [
      inspected({ loss: torchLoss, prediction: rows, target: indexRows.map((index) => index + 1), dtypes: { target: 'int64' } }),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows.map((index) => index - 1), dtypes: { target: 'int64' } }),
    ],
    quiet: [
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, dtypes: { target: 'int64' } }),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows.map((index) => index || -100), dtypes: { target: 'int64' } }),
    ],
  },
  'target-not-distribution': {
    fires: [
      inspected({ loss: softmaxLoss, prediction: rows, target: hotRows.map((row) => [row[0]!, 1, row[2]!, 0, 0]) }),
      inspected({ loss: torchLoss, prediction: rows, target: softRows.map((row) => row.map((p) => 2 * p)) }),
      inspected({ loss: softmaxLoss, prediction: rows, target: hotRows.map((row) => row.map((p) => 1.5 * p - 0.1)) }),
      use(softmaxLoss, logits(), shown('teacher', 'logits')),
      use(softmaxLoss, logits(), squashed()),
    ],
    quiet: [
      inspected({ loss: softmaxLoss, prediction: rows, target: softRows }),
      inspected({ loss: softmaxLoss, prediction: rows, target: hotRows.map((row, i) => (i % 4 ? row : [0, 0, 0, 0, 0])) }),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, dtypes: { target: 'int64' } }),
      inspected({ loss: torchLoss, prediction: logitRows(4, 2), target: [0, 1, 1, 0], dtypes: { target: 'int64' } }),
      use(klDiv, logProbs(), shown('teacher', 'log-probabilities'), { options: { log_target: true } }),
    ],
  },
  'target-not-binary': {
    fires: [
      inspected({ loss: sigmoidLoss, prediction: [0.2, -1.4, 3], target: [-1, 1, 1] }),
      inspected({ loss: sigmoidLoss, prediction: [0.2, -1.4, 3], target: [0, 255, 255] }),
      use(sigmoidLoss, logits(), shown('teacher', 'logits')),
    ],
    quiet: [
      inspected({ loss: sigmoidLoss, prediction: [0.2, -1.4, 3], target: [0, 1, 1] }),
      inspected({ loss: sigmoidLoss, prediction: [0.2, -1.4, 3], target: [0.1, 0.9, 0.9] }),
    ],
  },
  'bad-option': {
    fires: [
      use(categorical, probs(), undefined, { faults: [{ option: 'loss', given: 'categoricalCrossEntropy', nearest: categorical }] }),
      use(torchLoss, logits(), indices, { options: { label_smoothing: 1.5 } }),
      use(torchLoss, logits(), indices, { options: { reduction: 'average' } }),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, weights: [1, 2, 3], dtypes: { target: 'int64' } }),
    ],
    quiet: [
      use(torchLoss, logits(), indices, { options: { label_smoothing: 0.1, reduction: 'sum' } }),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, weights: [1, 2, 3, 4, 5], dtypes: { target: 'int64' } }),
      inspected({ loss: softmaxLoss, prediction: rows, target: hotRows, weights: indexRows.map(() => 2) }),
    ],
  },
  'library-bug': {
    fires: [
      use(softmaxLoss, logits(), opaque('ys', { shape: [null, 7, 5] }), { options: { labelSmoothing: 0.1 } }),
      inspected({ loss: sparse, prediction: softRows, target: indexRows, dtypes: { target: 'int32' } }),
    ],
    quiet: [
      use(softmaxLoss, logits(), opaque('ys', { shape: [null, 7, 5] }), { options: { labelSmoothing: 0 } }),
      use(softmaxLoss, logits(), opaque('ys', { shape: [null, 5] }), { options: { labelSmoothing: 0.1 } }),
      inspected({ loss: sparse, prediction: softRows, target: indexRows }),
    ],
  },
  'saturated-logits': {
    fires: [inspected({ loss: torchLoss, prediction: hotRows.map((row) => row.map((p) => 200 * p - 3)), target: indexRows })],
    quiet: [inspected({ loss: torchLoss, prediction: hotRows.map((row) => row.map((p) => 12 * p - 3)), target: indexRows })],
  },
  'constant-prediction': {
    fires: [inspected({ loss: torchLoss, prediction: rows.map(() => rows[0]!), target: indexRows })],
    quiet: [
      inspected({ loss: torchLoss, prediction: rows.map((row) => row.map(() => 0)), target: indexRows }),
      inspected({ loss: sigmoidLoss, prediction: rows.map(() => [0]), target: rows.map(() => [1]) }),
    ],
  },
  'negative-loss': {
    fires: [use(nll, opaque('output'), opaque('labels'), { loss: -0.5 }), use(sigmoidLoss, opaque('output'), ys, { loss: -3 })],
    quiet: [
      use(nll, opaque('output'), opaque('labels'), { loss: -1e-8 }),
      use(softmaxLoss, opaque('output'), ys, { loss: -2, arguments: { weights: opaque('advantages') } }),
    ],
  },
  'zero-loss': {
    fires: [use(softmaxLoss, opaque('output'), ys, { loss: 0 }), use(sigmoidLoss, opaque('output'), ys, { loss: 0 })],
    quiet: [use(softmaxLoss, opaque('output'), ys, { loss: 1e-9 })],
  },
}

function transpose(matrix: readonly (readonly number[])[]): number[][] {
  return matrix[0]!.map((_, c) => matrix.map((row) => row[c]!))
}

function place() {
  return { file: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 2 }
}
