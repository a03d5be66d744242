import type { Framework } from './framework.js'
import { activations } from './tfjs/activations.js'
import { layers } from './tfjs/layers.js'
import { losses, lossNames } from './tfjs/losses.js'
import { models } from './tfjs/models.js'
import { operations } from './tfjs/operations.js'

/** TensorFlow.js 4.22. All of its packages re-export parts of one API, so they share one set of entries. */
export const tfjs: Framework = {
  package: '@tensorflow/tfjs',
  imports: [
    '@tensorflow/tfjs',
    '@tensorflow/tfjs-core',
    '@tensorflow/tfjs-layers',
    '@tensorflow/tfjs-converter',
    '@tensorflow/tfjs-node',
    '@tensorflow/tfjs-node-gpu',
  ],
  globals: ['tf'],
  shorthand: 'tf',
  runsLosses: ['fitDataset', 'evaluate', 'evaluateDataset', 'save'],
  // Operations end in `__op`, and the bundle numbers the losses behind `compile`: `categoricalCrossentropy$2`.
  marks: /^(.+?)(?:__op|\$\d+)$/,
  types: {
    Tensor: { chained: true },
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((rank) => [`Tensor${rank}D`, { extends: 'Tensor' }])),
    Scalar: { extends: 'Tensor' },
    Variable: { extends: 'Tensor' },
    SymbolicTensor: {},
    Layer: { runs: 'call' },
    RNNCell: { extends: 'Layer' },
    LayersModel: { extends: 'Layer' },
    Sequential: { extends: 'LayersModel' },
    GraphModel: {},
    Optimizer: {},
  },
  activations,
  lossNames,
  entries: [...losses, ...operations, ...layers, ...models],
}
