import type { Computation, Contract } from '../contract.js'
import { option, value } from '../parameters.js'
import type { Writer } from '../writer.js'

/** Where a library of arrays departs from NumPy's names for its parameters. */
export interface ArrayNames {
  limits: readonly [low: string, high: string]
}

/**
 * The operations of NumPy and of those who offer the same, in a module or at the top. A method's shape is spread over its arguments, so the
 * last axis is told by the function only. What changes the meaning of numbers and is no part of a loss is left out.
 */
export function arrayOperations(write: Writer, within: string, { limits }: ArrayNames): Contract[] {
  const named = (names: readonly string[]) => names.map((name) => `${within}${name}`)
  const pair = (name: string, computes: Computation) =>
    write.entry(`${within}${name}`, { takes: [value('x1'), value('x2')], gives: 'affine', computes })
  const reducing = (name: string, computes: Computation) =>
    write.entry(`${within}${name}`, { takes: [value('a'), option('axis'), option('dtype'), option('out'), option('keepdims')], computes })
  return [
    write.entry(`${within}exp`, { takes: [value('x')], gives: 'exp', computes: 'exp' }),
    write.entry(`${within}log`, { takes: [value('x')], gives: 'log', computes: 'log' }),
    pair('add', 'sum'),
    pair('subtract', 'difference'),
    pair('multiply', 'product'),
    pair('divide', 'quotient'),
    pair('true_divide', 'quotient'),
    write.entry(`${within}negative`, { takes: [value('x')], gives: 'affine', computes: 'negation' }),
    reducing('sum', 'total'),
    reducing('mean', 'average'),
    write.entry(`${within}where`, { takes: [value('condition'), value('x'), value('y')], computes: 'choice' }),
    write.entry(`${within}maximum`, { takes: [value('x1'), value('x2')], gives: 'at-least' }),
    write.entry(`${within}minimum`, { takes: [value('x1'), value('x2')], gives: 'at-most' }),
    write.confined(`${within}tanh`, -1, 1),

    write.entry(`${within}dot`, { takes: [value('a'), value('b')], gives: 'logits', computes: 'dot' }),
    write.entry(`${within}matmul`, { takes: [value('x1'), value('x2')], gives: 'logits', classes: 'x2' }),
    ...write.pairs(named(['inner', 'outer', 'vdot', 'tensordot']), 'logits'),
    write.entry(`${within}einsum`, { takes: [option('subscripts'), value('a'), value('b')], gives: 'logits' }),

    write.entry(`${within}reshape`, { takes: [value('a'), option('shape')], gives: 'same', classes: 'shape' }),
    write.entry(`${within}broadcast_to`, { takes: [value('array'), option('shape')], gives: 'same', classes: 'shape' }),
    ...write.each(named(['expand_dims', 'squeeze']), 'same', ['axis']).map((each) => ({ ...each, classes: null })),
    ...write.reshaped(['Tensor.reshape', `${within}ravel`, 'Tensor.flatten']),
    write.entry(`${within}clip`, { takes: [value('a'), ...limits.map((name) => option(name))], gives: 'same' }),
    write.entry(`${within}flip`, { takes: [value('m'), option('axis')], gives: 'same' }),
    ...write.kept([`${within}copy`, 'Tensor.astype', 'Tensor.copy', 'Tensor.tolist']),
    ...write.each(named(['transpose']), 'part', ['axes']),
    ...write.each(named(['swapaxes', 'moveaxis']), 'part', ['source', 'destination']),
    ...write.each(named(['split', 'array_split', 'tile', 'repeat']), 'part', ['option', 'axis']),
    write.entry(`${within}take`, { takes: [value('a'), option('indices'), option('axis')], gives: 'part', computes: 'pick' }),
    write.entry(`${within}take_along_axis`, { takes: [value('arr'), option('indices'), option('axis')], gives: 'part', computes: 'pick' }),
    ...write.each(named(['concatenate', 'stack']), 'stack', ['axis']),
    ...write.each(named(['vstack', 'hstack', 'column_stack']), 'stack'),

    ...write.each(named(['array', 'asarray']), 'tensor', ['dtype']),
    write.entry(`${within}ones`, { takes: [option('shape'), option('dtype')], gives: 'shape', classes: 'shape', computes: 'ones' }),
    ...named(['zeros', 'empty', 'full']).map((name) => write.entry(name, { takes: [option('shape')], gives: 'shape', classes: 'shape' })),
    write.entry(`${within}ones_like`, { takes: [value('a')], gives: 'shape', computes: 'ones' }),
    ...named(['zeros_like', 'empty_like', 'full_like']).map((name) => write.entry(name, { takes: [value('a')], gives: 'shape' })),
    write.entry(`${within}eye`, { takes: [option('N'), option('M')], gives: 'one-hot' }),
    ...write.each(named(['argmax', 'argmin']), 'class-indices', ['axis']),
  ]
}
