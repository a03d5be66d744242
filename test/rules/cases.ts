import type { Use } from '../../src/use.js'
import {
  binary,
  categorical,
  hot,
  hotRows,
  indexRows,
  indices,
  kerasLoss,
  klDiv,
  logits,
  logLoss,
  logProbs,
  nearlyHot,
  nll,
  probs,
  rows,
  shapes,
  sigmoidLoss,
  softmaxLoss,
  softRows,
  sparse,
  squashed,
  torchLoss,
  ys,
} from './samples.js'
import { targetCases } from './target-cases.js'
import { inspected, logitRows, oneHotRows, opaque, shown, softmax, use } from './uses.js'
import { valueCases } from './value-cases.js'

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
      inspected({ loss: torchLoss, prediction: indexRows, target: rows, dtypes: { prediction: 'int64' } }),
    ],
    quiet: [
      inspected({
        loss: torchLoss,
        prediction: [
          [1, 2],
          [0, 3],
        ],
        target: [[[0.5, 0.5]]],
      }),
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
      shapes([3, 8], [8]),
      inspected({ loss: softmaxLoss, prediction: rows, target: hotRows, weights: indexRows.map((i) => [i]) }),
      inspected({ loss: sigmoidLoss, prediction: rows, target: hotRows, weights: indexRows }),
    ],
    quiet: [
      inspected({ loss: softmaxLoss, prediction: rows, target: hotRows, weights: indexRows }),
      inspected({ loss: softmaxLoss, prediction: rows, target: hotRows, weights: 2 }),
      inspected({ loss: sigmoidLoss, prediction: rows, target: hotRows, weights: indexRows.map((i) => [i + 1]) }),
      inspected({ loss: sigmoidLoss, prediction: rows, target: hotRows, weights: [1, 2, 3, 4, 5] }),
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
      use(nll, logProbs({ axis: 0, rank: 2 }), indices),
      use(categorical, probs({ axis: 0, shape: [null, 3] }), undefined),
      use(torchLoss, logProbs({ axis: 0, rank: 2 }), indices),
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
      use(`${kerasLoss}(from_logits=True)`, probs({ classes: 3 }), ys, { callee: 'criterion' }),
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
      use(kerasLoss, logits({ classes: 3 }), ys),
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
  ...targetCases,
  ...valueCases,
}

function transpose(matrix: readonly (readonly number[])[]): number[][] {
  return matrix[0]!.map((_, c) => matrix.map((row) => row[c]!))
}

function place() {
  return { file: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 2 }
}
