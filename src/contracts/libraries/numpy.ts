import type { Framework } from '../framework.js'
import { option, value } from '../parameters.js'
import { writer } from '../writer.js'
import { arrayOperations } from './arrays.js'

const arrays = writer('numpy', 'numpy, documentation of the routines')
const special = writer('scipy', 'scipy, special/_logsumexp.py')

/** Numbers drawn by the module, or by a generator. Uniform ones may stand for anything. */
const random = (within: string) => [
  arrays.entry(`${within}.normal`, { takes: [option('loc', 0), option('scale', 1), option('size')], gives: 'logits', classes: 'size' }),
  arrays.entry(`${within}.standard_normal`, { takes: [option('size')], gives: 'logits', classes: 'size' }),
  arrays.entry(`${within}.uniform`, { takes: [option('low', 0), option('high', 1), option('size')], gives: 'shape', classes: 'size' }),
]

/** NumPy has no loss: data passes through it, and losses are written out in it. */
export const numpy: Framework = {
  package: 'numpy',
  imports: ['pypi:numpy'],
  globals: [],
  shorthand: 'numpy',
  operators: { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '@': 'matmul', '-x': 'negative' },
  constants: {
    ...Object.fromEntries(['inf', 'Inf', 'Infinity', 'infty', 'PINF'].map((name) => [name, Number.POSITIVE_INFINITY])),
    ...Object.fromEntries(['nan', 'NaN', 'NAN'].map((name) => [name, Number.NaN])),
    NINF: Number.NEGATIVE_INFINITY,
    pi: Math.PI,
    e: Math.E,
  },
  types: { Tensor: { chained: true }, ndarray: { extends: 'Tensor' }, Generator: {} },
  activations: {},
  lossNames: {},
  entries: [
    ...arrayOperations(arrays, '', { limits: ['a_min', 'a_max'] }),
    ...['random.default_rng', 'random.RandomState'].map((name) =>
      arrays.entry(name, { takes: [option('seed')], makes: { type: 'Generator' } }),
    ),
    ...['random', 'Generator'].flatMap((within) => random(within)),
    arrays.entry('random.randn', { gives: 'logits' }),
    ...['random.rand', 'random.random', 'Generator.random'].map((name) => arrays.entry(name, { gives: 'shape' })),
  ],
}

/** Without an axis softmax normalises over the whole array, so the axis is known only where it is given. */
export const scipy: Framework = {
  package: 'scipy',
  imports: ['pypi:scipy'],
  globals: [],
  shorthand: 'scipy',
  types: { Tensor: { extends: 'numpy#Tensor' } },
  activations: {},
  lossNames: {},
  entries: [
    special.entry('special.softmax', {
      takes: [value('x', 'logits'), option('axis')],
      gives: 'distribution',
      computes: 'softmax',
      axisOption: 'axis',
    }),
    special.entry('special.log_softmax', {
      takes: [value('x', 'logits'), option('axis')],
      gives: 'log-probabilities',
      computes: 'log-softmax',
      axisOption: 'axis',
    }),
    special.entry('special.logsumexp', { takes: [value('a'), option('axis'), option('b'), option('keepdims')], computes: 'log-sum-exp' }),
    special.sigmoid('special.expit'),
    special.entry('special.log_expit', { takes: [value('x')], computes: 'log-sigmoid' }),
    special.entry('special.logit', { takes: [value('x', 'probabilities')], gives: 'logits' }),
  ],
}
