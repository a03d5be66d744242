import { lossesOf } from '../../src/numbers/losses.js'
import type { Use } from '../../src/use.js'
import { hotRows, indexRows, nll, rows, sigmoidLoss, softmaxLoss, torchLoss, ys } from './samples.js'
import { inspected, logitRows, opaque, use } from './uses.js'

const chance = Array.from({ length: 32 }, (_, step) => Math.log(5) + 0.01 * Math.sin(step))
const many = logitRows(300, 3)
const labels = many.map((_, i) => i % 3)

/** Rules of what the loss returned, and of targets that a run has shown. */
export const valueCases: Record<string, { fires: readonly Use[]; quiet: readonly Use[] }> = {
  'non-finite-loss': {
    fires: [
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, history: [1, Number.NaN] }),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, value: Number.POSITIVE_INFINITY }),
    ],
    quiet: [inspected({ loss: torchLoss, prediction: rows, target: indexRows, history: [1, 2] })],
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
    quiet: [
      use(softmaxLoss, opaque('output'), ys, { loss: 1e-9 }),
      use(softmaxLoss, opaque('output'), ys, { loss: 0, losses: lossesOf([1.1, 0.2, 0]) }),
    ],
  },
  'constant-loss': {
    fires: [
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, history: Array(8).fill(0.7) }),
      inspected({
        loss: torchLoss,
        prediction: rows.map((row) => row.map(() => 3.5)),
        target: indexRows,
        history: Array(8).fill(Math.log(5)),
      }),
    ],
    quiet: [
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, history: Array(7).fill(0.7) }),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, history: [...Array(20).fill(0.7), 0.7000001] }),
    ],
  },
  'loss-at-chance': {
    fires: [
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, history: chance }),
      inspected({ loss: torchLoss, prediction: rows.map((row) => row.map((z) => z / 100)), target: indexRows, history: chance }),
      inspected({
        loss: sigmoidLoss,
        prediction: rows,
        target: hotRows,
        history: chance.map((loss) => loss - Math.log(5) + Math.LN2).map((loss) => (loss + 9 * Math.LN2) / 10),
      }),
    ],
    quiet: [
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, history: chance.slice(0, 31) }),
      inspected({ loss: torchLoss, prediction: rows, target: indexRows, history: [...chance, 1.58] }),
    ],
  },
  'class-never-seen': {
    fires: [
      inspected({ loss: torchLoss, prediction: many, target: labels.map((label) => label % 2), dtypes: { target: 'int64' } }),
      inspected({ loss: torchLoss, prediction: many, target: labels.map((label) => Math.max(1, label)), dtypes: { target: 'int64' } }),
      inspected({ loss: softmaxLoss, prediction: many, target: labels.map(() => [0, 1, 0]) }),
    ],
    quiet: [
      inspected({ loss: torchLoss, prediction: many, target: labels, dtypes: { target: 'int64' } }),
      inspected({
        loss: torchLoss,
        prediction: many.slice(0, 140),
        target: labels.slice(0, 140).map((label) => label % 2),
        dtypes: { target: 'int64' },
      }),
      inspected({
        loss: torchLoss,
        prediction: many,
        target: labels.map((label) => label % 2),
        dtypes: { target: 'int64' },
        options: { label_smoothing: 0.1 },
      }),
    ],
  },
}
