import type { Framework } from '../framework.js'
import { option, value } from '../parameters.js'
import { writer } from '../writer.js'

const axes = writer('einops', 'einops, einops/einops.py')
const layers = writer('einops', 'einops, einops/layers/torch.py')

/** einops: a pattern may move the class axis or cut it. Reductions may be sums, so nothing is said of them. */
export const einops: Framework = {
  package: 'einops',
  imports: ['pypi:einops'],
  globals: [],
  shorthand: 'einops',
  types: { Module: { extends: 'torch#nn.Module' } },
  activations: {},
  lossNames: {},
  entries: [
    ...axes.each(['rearrange', 'repeat'], 'part', ['pattern']),
    axes.entry('einsum', { takes: [value('tensor1'), value('tensor2'), option('pattern')], gives: 'logits' }),
    ...layers.layers(['layers.torch.Rearrange'], { gives: 'part' }, ['pattern']),
    ...layers.layers(['layers.torch.EinMix'], { gives: 'logits' }, ['pattern', 'weight_shape']),
  ],
}
