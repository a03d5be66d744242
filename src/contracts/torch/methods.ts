import type { Contract } from '../contract.js'
import { option, value } from '../parameters.js'
import { entries, named } from './entries.js'

const self = value('self')
const other = value('other')
const sizes = { ...option('size'), rest: true } as const

/** Methods that convert the numbers. */
const casts = {
  'Tensor.float': 'float32',
  'Tensor.double': 'float64',
  'Tensor.half': 'float16',
  'Tensor.bfloat16': 'bfloat16',
  'Tensor.long': 'int64',
  'Tensor.int': 'int32',
  'Tensor.short': 'int16',
  'Tensor.char': 'int8',
  'Tensor.byte': 'uint8',
  'Tensor.bool': 'bool',
} as const

/**
 * Methods of tensors that are no function of the library, or take something else than it: `x.reshape(2, 3)`. Every other
 * function is a method too, with the tensor as its first value.
 */
export const methods: readonly Contract[] = [
  // Casts, copies and readings.
  ...Object.entries(casts).flatMap(([name, dtype]) => entries([name], { takes: [self], gives: 'itself', dtype })),
  ...entries(['Tensor.cuda', 'Tensor.cpu', 'Tensor.xpu', 'Tensor.contiguous', 'Tensor.pin_memory', 'Tensor.share_memory_'], {
    takes: [self],
    gives: 'itself',
    dtype: 'same',
  }),
  ...entries(['Tensor.numpy', 'Tensor.tolist', 'Tensor.item'], { takes: [self], gives: 'itself' }),
  ...entries(['Tensor.to'], { takes: [self, ...named('device dtype')], gives: 'itself', dtype: 'named' }),
  ...entries(['Tensor.type'], { takes: [self, ...named('dtype non_blocking')], gives: 'itself', dtype: 'named' }),
  ...entries(['Tensor.type_as'], { takes: [self, option('other')], gives: 'itself', dtype: 'named' }),
  ...entries(['Tensor.requires_grad_'], { takes: [self, option('requires_grad')], gives: 'itself', dtype: 'same' }),
  ...entries(['Tensor.data'], { property: true, gives: 'itself' }),

  // The same rows. Shapes are written as several numbers, or as one tuple.
  ...entries(['Tensor.view'], { takes: [self, sizes], gives: 'same', classes: 'size', shape: 'sizes' }),
  ...entries(['Tensor.expand'], { takes: [self, sizes], gives: 'same', classes: 'size', shape: 'expanded' }),
  ...entries(['Tensor.reshape'], { takes: [self, { ...option('shape'), rest: true }], gives: 'same', classes: 'shape', shape: 'sizes' }),
  ...entries(['Tensor.view_as', 'Tensor.reshape_as', 'Tensor.expand_as'], {
    takes: [self, option('other')],
    gives: 'same',
    classes: 'other',
  }),
  ...entries(['Tensor.squeeze_'], { takes: [self, option('dim')], gives: 'same', classes: null, shape: 'squeezed' }),
  ...entries(['Tensor.unsqueeze_'], { takes: [self, option('dim')], gives: 'same', classes: null, shape: 'unsqueezed' }),

  // What it is changed to is what it is given.
  ...entries(['Tensor.copy_'], { takes: [option('self'), value('src')], gives: 'itself' }),

  ...entries(['Tensor.repeat'], { takes: [self], gives: 'part' }),
  ...entries(['Tensor.transpose_'], { takes: [self, ...named('dim0 dim1')], gives: 'part', shape: 'swapped' }),
  ...entries(['Tensor.t_'], { takes: [self], gives: 'part', shape: 'turned' }),
  ...entries(['Tensor.permute'], { takes: [self, { ...option('dims'), rest: true }], gives: 'part', shape: 'permuted' }),
  ...entries(['Tensor.unfold'], { takes: [self, ...named('dimension size step')], gives: 'part' }),

  ...entries(['Tensor.add_'], { takes: [self, other, option('alpha')], gives: 'affine', shape: 'same', dtype: 'same', computes: 'sum' }),
  ...entries(['Tensor.sub_', 'Tensor.subtract_'], {
    takes: [self, other, option('alpha')],
    gives: 'affine',
    shape: 'same',
    dtype: 'same',
    computes: 'difference',
  }),
  ...entries(['Tensor.mul_', 'Tensor.multiply_'], {
    takes: [self, other],
    gives: 'affine',
    shape: 'same',
    dtype: 'same',
    computes: 'product',
  }),
  ...entries(['Tensor.div_', 'Tensor.divide_'], {
    takes: [self, other, option('rounding_mode')],
    gives: 'affine',
    shape: 'same',
    dtype: 'same',
    computes: 'quotient',
  }),
  ...entries(['Tensor.true_divide_'], { takes: [self, other], gives: 'affine', shape: 'same', dtype: 'same', computes: 'quotient' }),
  ...entries(['Tensor.masked_fill_'], { takes: [self, ...named('mask value')], gives: 'affine', shape: 'same', dtype: 'same' }),

  // The condition comes first in the function, and second in the method.
  ...entries(['Tensor.where'], { takes: [self, option('condition'), other] }),
  ...entries(['Tensor.backward', 'Tensor.retain_grad', 'Tensor.register_hook', 'Tensor.size', 'Tensor.dim', 'Tensor.numel'], {}),
]
