import type { Contract } from '../contract.js'
import { option, value } from '../parameters.js'
import { entries, named } from './entries.js'

const self = value('self')
const other = value('other')

/**
 * Methods of tensors that are no function of the library, or take something else than it: `x.reshape(2, 3)`. Every other
 * function is a method too, with the tensor as its first value.
 */
export const methods: readonly Contract[] = [
  // Casts, copies and readings.
  ...entries(
    [
      ...['Tensor.float', 'Tensor.double', 'Tensor.half', 'Tensor.bfloat16', 'Tensor.long', 'Tensor.int', 'Tensor.short'],
      ...['Tensor.char', 'Tensor.byte', 'Tensor.bool', 'Tensor.cuda', 'Tensor.cpu', 'Tensor.xpu', 'Tensor.to'],
      ...['Tensor.contiguous', 'Tensor.numpy', 'Tensor.tolist', 'Tensor.item', 'Tensor.pin_memory', 'Tensor.share_memory_'],
    ],
    { takes: [self], gives: 'itself' },
  ),
  ...entries(['Tensor.type'], { takes: [self, ...named('dtype non_blocking')], gives: 'itself' }),
  ...entries(['Tensor.type_as'], { takes: [self, option('other')], gives: 'itself' }),
  ...entries(['Tensor.requires_grad_'], { takes: [self, option('requires_grad')], gives: 'itself' }),
  ...entries(['Tensor.data'], { property: true, gives: 'itself' }),

  // The same rows. Shapes are written as several numbers, or as one tuple.
  ...entries(['Tensor.view', 'Tensor.expand'], { takes: [self, { ...option('size'), rest: true }], gives: 'same', classes: 'size' }),
  ...entries(['Tensor.reshape'], { takes: [self, { ...option('shape'), rest: true }], gives: 'same', classes: 'shape' }),
  ...entries(['Tensor.view_as', 'Tensor.reshape_as', 'Tensor.expand_as'], {
    takes: [self, option('other')],
    gives: 'same',
    classes: 'other',
  }),
  ...entries(['Tensor.squeeze_', 'Tensor.unsqueeze_'], { takes: [self, option('dim')], gives: 'same', classes: null }),

  // What it is changed to is what it is given.
  ...entries(['Tensor.copy_'], { takes: [option('self'), value('src')], gives: 'itself' }),

  ...entries(['Tensor.repeat', 'Tensor.transpose_', 'Tensor.t_'], { takes: [self], gives: 'part' }),
  ...entries(['Tensor.unfold'], { takes: [self, ...named('dimension size step')], gives: 'part' }),

  ...entries(['Tensor.add_'], { takes: [self, other, option('alpha')], gives: 'affine', computes: 'sum' }),
  ...entries(['Tensor.sub_', 'Tensor.subtract_'], { takes: [self, other, option('alpha')], gives: 'affine', computes: 'difference' }),
  ...entries(['Tensor.mul_', 'Tensor.multiply_'], { takes: [self, other], gives: 'affine', computes: 'product' }),
  ...entries(['Tensor.div_', 'Tensor.divide_'], { takes: [self, other, option('rounding_mode')], gives: 'affine', computes: 'quotient' }),
  ...entries(['Tensor.true_divide_'], { takes: [self, other], gives: 'affine', computes: 'quotient' }),
  ...entries(['Tensor.masked_fill_'], { takes: [self, ...named('mask value')], gives: 'affine' }),

  // The condition comes first in the function, and second in the method.
  ...entries(['Tensor.where'], { takes: [self, option('condition'), other] }),
  ...entries(['Tensor.backward', 'Tensor.retain_grad', 'Tensor.register_hook', 'Tensor.size', 'Tensor.dim', 'Tensor.numel'], {}),
]
