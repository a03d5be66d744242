import type { Framework } from './framework.js'
import { activations } from './keras/activations.js'
import { layers } from './keras/layers.js'
import { lossNames } from './keras/loss-names.js'
import { alignments, compiledLosses, lossesOf, lowLevelOf } from './keras/losses.js'
import { models } from './keras/models.js'
import { modules } from './keras/modules.js'
import { operations } from './keras/operations.js'

const pkg = 'keras'

/** Keras 3.16, and Keras 2 under each of its names: target first, class axis last. */
export const keras: Framework = {
  package: pkg,
  imports: ['pypi:keras', 'pypi:tf_keras', 'pypi:tensorflow.keras', 'pypi:tensorflow.python.keras', 'pypi:tensorflow.compat.v1.keras'],
  globals: [],
  shorthand: pkg,
  operators: { '+': 'ops.add', '-': 'ops.subtract', '*': 'ops.multiply', '/': 'ops.divide', '@': 'ops.matmul', '-x': 'ops.negative' },
  runsLosses: ['evaluate', 'evaluate_generator', 'test_on_batch', 'save', 'export', 'to_json'],
  aliases: { K: 'backend' },
  moved: modules,
  types: {
    Tensor: { chained: 'Tensor' },
    SymbolicTensor: {},
    Layer: { runs: 'call' },
    RNNCell: { extends: 'Layer' },
    Model: { extends: 'Layer' },
    Sequential: { extends: 'Model' },
    Optimizer: {},
  },
  activations,
  lossNames,
  entries: [
    ...lossesOf(pkg, ['losses', 'metrics']),
    ...compiledLosses(pkg),
    ...lowLevelOf(pkg),
    ...alignments(pkg),
    ...operations,
    ...layers,
    ...models,
  ],
}
