import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, value } from '../parameters.js'
import { writer } from '../writer.js'
import { activations } from './jax.js'

const pkg = 'flax'
const linen = writer(pkg, 'flax, flax/linen', 'linen.Module')
const nnx = writer(pkg, 'flax, flax/nnx/nn', 'nnx.Module')

/** Flax has no loss: those of optax are used. A module is applied to what follows its variables, or called within another. */
export const flax: Framework = {
  package: pkg,
  imports: ['pypi:flax'],
  globals: [],
  shorthand: pkg,
  types: {
    Tensor: { extends: 'jax#Tensor' },
    'linen.Module': { runs: '__call__' },
    'linen.Sequential': { extends: 'linen.Module' },
    'nnx.Module': { runs: '__call__' },
    'nnx.Sequential': { extends: 'nnx.Module' },
  },
  activations: {},
  lossNames: {},
  entries: [
    ...activations(pkg, 'linen.', 'flax, flax/linen/activation.py'),
    ...activations(pkg, 'nnx.', 'flax, flax/nnx/nn/activations.py'),
    ...linenLayers(),
    ...nnxLayers(),
  ],
}

function linenLayers(): Contract[] {
  return [
    ...['linen.jit', 'linen.remat'].map((name) => linen.entry(name, { takes: [value('target')], gives: 'itself' })),
    linen.entry('training.train_state.TrainState.create', { means: 'dict' }),
    linen.entry('linen.Module', { makes: { type: 'linen.Module' } }),
    linen.entry('linen.Module.__call__', { takes: [value('inputs')], gives: 'applied' }),
    linen.entry('linen.Module.apply', { takes: [option('variables'), value('inputs')], gives: 'applied', runs: 'method' }),
    ...linen.inert(['linen.Module.init', 'linen.Module.tabulate']),
    linen.entry('linen.Sequential', { takes: [option('layers')], makes: { type: 'linen.Sequential', layers: 'layers' } }),
    ...linen.layers(['linen.Dense', 'linen.Conv', 'linen.ConvTranspose', 'linen.ConvLocal'], { gives: 'logits', units: 'features' }, [
      'features',
    ]),
    ...linen.layers(['linen.DenseGeneral'], { gives: 'logits', units: 'features' }, ['features', 'axis']),
    ...linen.layers(['linen.Embed'], { gives: 'logits', units: 'features' }, ['num_embeddings', 'features']),
    ...linen.layers(['linen.BatchNorm', 'linen.LayerNorm', 'linen.RMSNorm', 'linen.GroupNorm', 'linen.InstanceNorm'], { gives: 'logits' }),
    ...linen.layers(['linen.Dropout'], { gives: 'same' }, ['rate']),
    ...linen.layers(['linen.PReLU'], { gives: 'affine' }),
    ...linen.each(['linen.max_pool', 'linen.avg_pool'], 'part', ['window_shape', 'strides']),
  ]
}

function nnxLayers(): Contract[] {
  return [
    nnx.entry('nnx.Module', { makes: { type: 'nnx.Module' } }),
    nnx.entry('nnx.Module.__call__', { takes: [value('inputs')], gives: 'applied' }),
    ...nnx.inert(['nnx.Module.train', 'nnx.Module.eval', 'nnx.Module.set_attributes']),
    ...['nnx.jit', 'nnx.remat', 'nnx.vmap'].map((name) => nnx.entry(name, { takes: [value('fun')], gives: 'itself' })),
    nnx.entry('nnx.value_and_grad', { means: 'gradient beside' }),
    nnx.entry('nnx.grad', { means: 'gradient alone' }),
    nnx.entry('nnx.Sequential', { makes: { type: 'nnx.Sequential', layers: 'args' } }),
    ...nnx.layers(['nnx.Linear', 'nnx.LinearGeneral', 'nnx.Conv', 'nnx.ConvTranspose'], { gives: 'logits', units: 'out_features' }, [
      'in_features',
      'out_features',
    ]),
    ...nnx.layers(['nnx.Embed'], { gives: 'logits', units: 'features' }, ['num_embeddings', 'features']),
    ...nnx.layers(['nnx.BatchNorm', 'nnx.LayerNorm', 'nnx.RMSNorm', 'nnx.GroupNorm', 'nnx.InstanceNorm'], { gives: 'logits' }, [
      'num_features',
    ]),
    ...nnx.layers(['nnx.Dropout'], { gives: 'same' }, ['rate']),
    ...nnx.each(['nnx.max_pool', 'nnx.avg_pool'], 'part', ['window_shape', 'strides']),
  ]
}
