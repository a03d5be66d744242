import type { Contract } from '../contract.js'
import { option, value } from '../parameters.js'
import { entries, functions, named } from './entries.js'

const self = option('self')
const data = value('data')

/** How tensors are made. Zeros, ones, uniform numbers and integers, and what is learnt, may stand for anything. */
export const tensors: readonly Contract[] = [
  ...entries(['tensor'], { takes: [data, ...named('dtype device requires_grad pin_memory')], gives: 'tensor' }),
  ...entries(['as_tensor'], { takes: [data, ...named('dtype device')], gives: 'tensor' }),
  ...entries(['asarray'], { takes: [value('obj'), ...named('dtype device copy requires_grad')], gives: 'tensor' }),
  ...entries(['from_numpy'], { takes: [value('ndarray')], gives: 'itself' }),
  ...entries(['autograd.Variable'], { takes: [data, ...named('requires_grad volatile')], gives: 'itself' }),
  ...entries(['Tensor.new_tensor'], { takes: [self, data, ...named('dtype device requires_grad')], gives: 'tensor' }),

  // Numbers that they are given are sizes, and lists are data.
  ...entries(
    [
      'Tensor',
      'FloatTensor',
      'DoubleTensor',
      'HalfTensor',
      'LongTensor',
      'IntTensor',
      'ShortTensor',
      'CharTensor',
      'ByteTensor',
      'BoolTensor',
    ],
    { takes: [option('data')], gives: 'shape' },
  ),
  ...entries(['nn.Parameter', 'nn.parameter.Parameter'], { takes: [data, option('requires_grad', true)], gives: 'shape' }),

  ...entries(['randn'], { takes: named('size'), gives: 'logits', rank: 'sizes' }),
  ...functions(['randn_like'], 'logits', ''),
  ...entries(['normal'], { takes: named('mean std size'), gives: 'logits' }),
  ...entries(['Tensor.normal_'], { takes: [self, ...named('mean std')], gives: 'logits' }),

  ...entries(['ones'], { takes: named('size'), gives: 'shape', rank: 'sizes', computes: 'ones' }),
  ...functions(['ones_like'], 'shape', '', { computes: 'ones' }),
  ...entries(['zeros', 'empty', 'rand'], { takes: named('size'), gives: 'shape', rank: 'sizes' }),
  ...functions(['zeros_like', 'empty_like', 'rand_like'], 'shape', ''),
  ...entries(['full'], { takes: named('size fill_value'), gives: 'shape', classes: 'size' }),
  ...functions(['full_like'], 'shape', 'fill_value'),
  ...entries(['arange', 'linspace'], { gives: 'shape', rank: 1 }),
  ...entries(['randint'], { gives: 'shape', rank: 'sizes' }),
  ...entries(['randperm'], { takes: named('n'), gives: 'shape' }),
  ...functions(['randint_like', 'bernoulli'], 'shape', ''),
  ...entries(['Tensor.new_zeros', 'Tensor.new_ones', 'Tensor.new_empty', 'Tensor.new_full'], {
    takes: [self, option('size')],
    gives: 'shape',
  }),
  ...entries(['Tensor.uniform_', 'Tensor.random_', 'Tensor.bernoulli_', 'Tensor.zero_', 'Tensor.fill_'], {
    takes: [value('self')],
    gives: 'shape',
  }),
]
