import type { Use } from '../../src/use.js'
import {
  categorical,
  hot,
  hotRows,
  indexRows,
  indices,
  klDiv,
  logits,
  logProbs,
  probs,
  rows,
  sigmoidLoss,
  softmaxLoss,
  softRows,
  sparse,
  squashed,
  torchLoss,
} from './samples.js'
import { inspected, logitRows, opaque, shown, use } from './uses.js'

/** The cases of rules on targets, options and values, in the registry's order. */
export const targetCases: Readonly<Record<string, { fires: readonly Use[]; quiet: readonly Use[] }>> = {
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
      use(torchLoss, logits(), shown('ys', 'one-hot')),
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
      use(klDiv, logProbs(), shown('teacher', 'log-probabilities')),
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
}
