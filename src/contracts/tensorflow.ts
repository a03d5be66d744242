import type { Framework } from './framework.js'
import { activations } from './keras/activations.js'
import { lossesOf } from './keras/losses.js'
import { layers } from './tensorflow/layers.js'
import { losses } from './tensorflow/losses.js'
import { operations } from './tensorflow/operations.js'

const pkg = 'tensorflow'

/** TensorFlow 1 and 2 for Python. In TensorFlow 2 `tf.losses` are the losses of Keras. */
export const tensorflow: Framework = {
  package: pkg,
  imports: ['pypi:tensorflow', 'pypi:tensorflow.compat.v1', 'pypi:tensorflow.compat.v2'],
  globals: [],
  shorthand: 'tf',
  operators: { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '@': 'matmul', '-x': 'negative' },
  parts: {
    keras: 'keras',
    'python.keras': 'keras',
    'contrib.keras': 'keras',
    'compat.v1': pkg,
    'compat.v1.keras': 'keras',
    'compat.v2': pkg,
    'compat.v2.keras': 'keras',
  },
  moved: {
    'contrib.slim': 'contrib.layers',
    'contrib.slim.losses': 'contrib.losses',
    'python.ops.array_ops': '',
    'python.ops.math_ops': '',
    'python.framework.ops': '',
    'python.ops.nn': 'nn',
    'python.ops.nn_ops': 'nn',
    'python.ops.nn_impl': 'nn',
    'python.ops.losses.losses': 'losses',
    'python.layers.core': 'layers',
    'python.layers.layers': 'layers',
  },
  types: {
    Tensor: { chained: 'Tensor' },
    Variable: { extends: 'Tensor' },
    Layer: { runs: 'call' },
    Session: {},
  },
  activations,
  lossNames: {},
  entries: [...losses, ...lossesOf(pkg, ['losses']), ...operations, ...layers],
}
