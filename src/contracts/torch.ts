import type { Framework } from './framework.js'
import { activations } from './torch/activations.js'
import { containers } from './torch/containers.js'
import { dtypes } from './torch/dtypes.js'
import { layers } from './torch/layers.js'
import { losses } from './torch/losses.js'
import { methods } from './torch/methods.js'
import { operations } from './torch/operations.js'
import { tensors } from './torch/tensors.js'

const module = { extends: 'nn.Module' }

/** PyTorch: input first, class axis 1. Behaviour verified on 1.13 and 2.6. Its package is Python's: npm has another of the name. */
export const torch: Framework = {
  package: 'torch',
  imports: ['pypi:torch'],
  globals: [],
  shorthand: 'torch',
  operators: { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '@': 'matmul', '-x': 'neg' },
  tables: ['_modules'],
  views: 'view view_as reshape reshape_as squeeze unsqueeze detach flatten ravel expand expand_as transpose permute t narrow select'.split(
    ' ',
  ),
  aliases: { F: 'nn.functional', nn: 'nn' },
  types: {
    Tensor: { chained: true },
    ...Object.fromEntries(['FloatTensor', 'LongTensor', 'BoolTensor', 'nn.Parameter'].map((name) => [name, { extends: 'Tensor' }])),
    // Methods of modules have the module as their first value, too.
    'nn.Module': { runs: 'forward', chained: 'nn.Module' },
    'nn.Sequential': module,
    'nn.DataParallel': module,
    // Made losses are modules, which move between devices.
    ...Object.fromEntries(losses.flatMap(({ criterion, name }) => (criterion ? [[name, module]] : []))),
  },
  dtypes,
  constants: { inf: Number.POSITIVE_INFINITY, nan: Number.NaN, pi: Math.PI, e: Math.E },
  activations: {},
  lossNames: {},
  entries: [...losses, ...activations, ...layers, ...containers, ...operations, ...methods, ...tensors],
}
