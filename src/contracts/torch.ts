import type { Framework } from './contract.js'
import { losses } from './torch/losses.js'
import { operations } from './torch/operations.js'

/** PyTorch: input first, class axis 1. Behaviour verified on 1.13 and 2.6. */
export const torch: Framework = {
  package: 'torch',
  imports: ['torch'],
  globals: [],
  shorthand: 'torch',
  aliases: { F: 'nn.functional', nn: 'nn' },
  types: { Tensor: { chained: true }, 'nn.Module': {} },
  activations: {},
  lossNames: {},
  entries: [...losses, ...operations],
}
