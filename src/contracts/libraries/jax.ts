import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, value } from '../parameters.js'
import { writer } from '../writer.js'
import { arrayOperations } from './arrays.js'

const pkg = 'jax'
const nn = writer(pkg, 'jax, jax/_src/nn/functions.py')
const numpy = writer(pkg, 'jax, jax/_src/numpy')
const transforms = writer(pkg, 'jax, jax/_src/api.py')

/** The activations of jax.nn, which flax.linen and flax.nnx hand on under the same names. */
export function activations(pkg: string, within: string, source: string): Contract[] {
  const write = writer(pkg, source)
  const named = (names: readonly string[]) => names.map((name) => `${within}${name}`)
  return [
    write.entry(`${within}softmax`, {
      takes: [value('x', 'logits'), option('axis', -1), option('where')],
      gives: 'distribution',
      computes: 'softmax',
      axis: -1,
      axisOption: 'axis',
    }),
    write.entry(`${within}log_softmax`, {
      takes: [value('x', 'logits'), option('axis', -1), option('where')],
      gives: 'log-probabilities',
      computes: 'log-softmax',
      axis: -1,
      axisOption: 'axis',
    }),
    write.sigmoid(`${within}sigmoid`),
    write.sigmoid(`${within}hard_sigmoid`),
    write.entry(`${within}log_sigmoid`, { takes: [value('x')], computes: 'log-sigmoid' }),
    write.confined(`${within}relu`, 0, Infinity),
    write.confined(`${within}softplus`, 0, Infinity),
    write.confined(`${within}relu6`, 0, 6),
    write.confined(`${within}tanh`, -1, 1),
    write.confined(`${within}soft_sign`, -1, 1),
    ...write.each(named(['leaky_relu']), 'affine', ['negative_slope']),
    ...write.each(named(['elu', 'celu']), 'affine', ['alpha']),
    ...write.each(named(['gelu', 'selu', 'silu', 'swish', 'hard_silu', 'hard_swish']), 'affine'),
    write.entry(`${within}one_hot`, {
      takes: [value('x', 'class-indices'), option('num_classes'), option('dtype'), option('axis', -1)],
      gives: 'one-hot',
      axis: -1,
      axisOption: 'axis',
      classes: 'num_classes',
      classesUnless: 'axis',
    }),
    write.entry(`${within}logsumexp`, { takes: [value('a'), option('axis'), option('b'), option('keepdims')], computes: 'log-sum-exp' }),
  ]
}

/** JAX has no loss: its arrays have the operations of jax.numpy as methods. A function that is compiled or checkpointed is that function. */
export const jax: Framework = {
  package: pkg,
  imports: ['pypi:jax'],
  globals: [],
  shorthand: pkg,
  operators: {
    '+': 'numpy.add',
    '-': 'numpy.subtract',
    '*': 'numpy.multiply',
    '/': 'numpy.divide',
    '@': 'numpy.matmul',
    '-x': 'numpy.negative',
  },
  aliases: { jnp: 'numpy' },
  types: { Tensor: { chained: 'numpy' }, Array: { extends: 'Tensor' }, 'numpy.ndarray': { extends: 'Tensor' } },
  activations: {},
  lossNames: {},
  entries: [
    ...activations(pkg, 'nn.', 'jax, jax/_src/nn/functions.py'),
    nn.confined('nn.hard_tanh', -1, 1),
    ...arrayOperations(numpy, 'numpy.', { limits: ['min', 'max'] }),
    numpy.entry('scipy.special.logsumexp', {
      takes: [value('a'), option('axis'), option('b'), option('keepdims')],
      computes: 'log-sum-exp',
    }),
    numpy.sigmoid('scipy.special.expit'),
    numpy.entry('scipy.special.logit', { takes: [value('x', 'probabilities')], gives: 'logits' }),
    ...numpy.each(['lax.exp'], 'exp'),
    ...numpy.each(['lax.log'], 'log'),
    ...numpy.kept(['lax.stop_gradient', 'device_put', 'device_get', 'Tensor.block_until_ready']),
    numpy.entry('random.normal', { takes: [option('key'), option('shape'), option('dtype')], gives: 'logits', classes: 'shape' }),
    numpy.entry('random.uniform', { takes: [option('key'), option('shape'), option('dtype')], gives: 'shape', classes: 'shape' }),
    ...['jit', 'checkpoint', 'remat', 'vmap', 'pmap'].map((name) => transforms.entry(name, { takes: [value('fun')], gives: 'itself' })),
    transforms.entry('value_and_grad', { means: 'gradient beside' }),
    transforms.entry('grad', { means: 'gradient alone' }),
  ],
}
