import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'haiku'
const hk = writer(pkg, 'dm-haiku, haiku/_src')

/** Haiku has no loss: a function that makes its modules within is transformed into one that is applied to their variables. */
export const haiku: Framework = {
  package: pkg,
  imports: ['pypi:haiku'],
  globals: [],
  shorthand: 'hk',
  types: {
    Tensor: { extends: 'jax#Tensor' },
    Module: { runs: '__call__' },
    Sequential: { extends: 'Module' },
    Transformed: {},
    TransformedWithoutRng: {},
  },
  activations: {},
  lossNames: {},
  entries: [...transforms(), ...modules()],
}

function transforms(): Contract[] {
  return [
    hk.entry('transform', { takes: [option('f')], makes: { type: 'Transformed', wraps: 'f' } }),
    hk.entry('without_apply_rng', { takes: [option('f')], makes: { type: 'TransformedWithoutRng', wraps: 'f' } }),
    hk.entry('Transformed.apply', { takes: [option('params'), option('rng'), value('inputs')], gives: 'applied' }),
    hk.entry('TransformedWithoutRng.apply', { takes: [option('params'), value('inputs')], gives: 'applied' }),
    ...hk.inert(['Transformed.init', 'TransformedWithoutRng.init']),
  ]
}

function modules(): Contract[] {
  const layers = (names: readonly string[], gives: 'logits' | 'same' | 'part', options: readonly string[], units?: string) =>
    hk.layers(names, { gives, ...(units && { units }) }, options)
  return [
    hk.entry('Module', { makes: { type: 'Module' } }),
    hk.entry('Module.__call__', { takes: [value('inputs')], gives: 'applied' }),
    hk.entry('Sequential', { takes: [option('layers')], makes: { type: 'Sequential', layers: 'layers' } }),
    ...layers(['Linear'], 'logits', ['output_size'], 'output_size'),
    ...layers(['Conv1D', 'Conv2D', 'Conv3D', 'Conv2DTranspose'], 'logits', ['output_channels', 'kernel_shape'], 'output_channels'),
    ...layers(['Embed'], 'logits', ['vocab_size', 'embed_dim'], 'embed_dim'),
    ...layers(['BatchNorm', 'LayerNorm', 'GroupNorm', 'InstanceNorm'], 'logits', []),
    ...layers(['MaxPool', 'AvgPool'], 'part', ['window_shape', 'strides']),
    ...hk.layers(['Flatten'], { gives: 'same', units: null }),
  ]
}
