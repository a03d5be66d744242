import type { Contract } from '../contract.js'
import { option, value } from '../parameters.js'
import { dtypes } from './dtypes.js'
import { entries, functions, named } from './entries.js'

const self = option('self')
const data = value('data')
const sizes = [{ ...option('size'), rest: true }] as const
const alike = { shape: 'same', dtype: 'same' } as const

/** How tensors are made. Zeros, ones, uniform numbers and integers, and what is learnt, may stand for anything. */
export const tensors: readonly Contract[] = [
  ...entries(['tensor'], { takes: [data, ...named('dtype device requires_grad pin_memory')], gives: 'tensor' }),
  ...entries(['as_tensor'], { takes: [data, ...named('dtype device')], gives: 'tensor' }),
  ...entries(['asarray'], { takes: [value('obj'), ...named('dtype device copy requires_grad')], gives: 'tensor' }),
  ...entries(['from_numpy'], { takes: [value('ndarray')], gives: 'itself' }),
  ...entries(['autograd.Variable'], { takes: [data, ...named('requires_grad volatile')], gives: 'itself' }),
  ...entries(['Tensor.new_tensor'], { takes: [self, data, ...named('dtype device requires_grad')], gives: 'tensor' }),

  // Numbers that they are given are sizes, and lists are data.
  ...entries(['Tensor'], { takes: [option('data')], gives: 'shape', dtype: 'float' }),
  ...[
    'FloatTensor',
    'DoubleTensor',
    'HalfTensor',
    'LongTensor',
    'IntTensor',
    'ShortTensor',
    'CharTensor',
    'ByteTensor',
    'BoolTensor',
  ].flatMap((name) => entries([name], { takes: [option('data')], gives: 'shape', dtype: dtypes[name]! })),
  ...entries(['nn.Parameter', 'nn.parameter.Parameter'], { takes: [data, option('requires_grad', true)], gives: 'shape', learnt: true }),

  ...entries(['randn'], { takes: sizes, gives: 'logits', shape: 'sizes', dtype: 'float' }),
  ...functions(['randn_like'], 'logits', '', { shape: 'same', dtype: 'same' }),
  ...entries(['normal'], { takes: named('mean std size'), gives: 'logits' }),
  ...entries(['Tensor.normal_'], { takes: [self, ...named('mean std')], gives: 'logits' }),

  ...entries(['ones'], { takes: sizes, gives: 'shape', shape: 'sizes', dtype: 'float', computes: 'ones' }),
  ...functions(['ones_like'], 'shape', '', { ...alike, computes: 'ones' }),
  ...entries(['zeros', 'empty', 'rand'], { takes: sizes, gives: 'shape', shape: 'sizes', dtype: 'float' }),
  ...functions(['zeros_like', 'empty_like', 'rand_like'], 'shape', '', alike),
  ...entries(['full'], { takes: named('size fill_value'), gives: 'shape', classes: 'size', shape: 'sizes' }),
  ...functions(['full_like'], 'shape', 'fill_value', alike),
  ...entries(['arange'], { takes: named('start end step'), gives: 'shape', shape: 'row' }),
  ...entries(['linspace'], { takes: named('start end steps'), gives: 'shape', shape: 'row', dtype: 'float' }),
  ...entries(['randint'], { takes: named('low high size'), gives: 'shape', shape: 'listed', dtype: 'int64' }),
  ...entries(['randperm'], { takes: named('n'), gives: 'shape', shape: 'row', dtype: 'int64' }),
  ...functions(['randint_like'], 'shape', 'low high', alike),
  ...functions(['bernoulli'], 'shape', '', alike),
  ...entries(['device'], { makes: { type: 'device' } }),
  ...entries(['Tensor.new_zeros', 'Tensor.new_ones', 'Tensor.new_empty', 'Tensor.new_full'], {
    takes: [self, option('size')],
    gives: 'shape',
  }),
  ...entries(['Tensor.uniform_', 'Tensor.random_', 'Tensor.bernoulli_', 'Tensor.zero_', 'Tensor.fill_'], {
    takes: [value('self')],
    gives: 'shape',
    ...alike,
  }),
]
