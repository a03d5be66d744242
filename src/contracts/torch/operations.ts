import type { Contract } from '../contract.js'
import type { ShapeRule } from '../layout.js'
import { option, value } from '../parameters.js'
import { entries, functions, named, ranksInSpace } from './entries.js'

const input = value('input')
const other = value('other')
const combining = { shape: 'broadcast', dtype: 'promoted' } as const
const dividing = { shape: 'broadcast', dtype: 'quotient' } as const
const same = { shape: 'same' } as const
/** Interpolation wants an axis of batches and one of channels before those of space. */
const image = { shape: 'images', ranks: [3, 5] } as const
const reduced = { shape: 'reduced' } as const
const pooled = 'kernel_size stride padding'

/** Sums, scalings, limits, logarithms, and what losses are written out in. */
const arithmetic: readonly Contract[] = [
  ...entries(['add'], { takes: [input, other, option('alpha')], gives: 'affine', ...combining, computes: 'sum' }),
  ...entries(['sub', 'subtract'], { takes: [input, other, option('alpha')], gives: 'affine', ...combining, computes: 'difference' }),
  ...entries(['mul', 'multiply'], { takes: [input, other], gives: 'affine', ...combining, computes: 'product' }),
  ...entries(['div', 'divide'], { takes: [input, other, option('rounding_mode')], gives: 'affine', ...dividing, computes: 'quotient' }),
  ...entries(['true_divide'], { takes: [input, other], gives: 'affine', ...dividing, computes: 'quotient' }),
  ...functions(['neg', 'neg_', 'negative', 'negative_'], 'affine', '', { ...same, dtype: 'same', computes: 'negation' }),
  ...functions(['masked_fill'], 'affine', 'mask value', { ...same, dtype: 'same' }),
  ...entries(['maximum'], { takes: [input, other], gives: 'at-least', ...combining }),
  ...entries(['minimum'], { takes: [input, other], gives: 'at-most', ...combining }),
  ...entries(['clamp', 'clamp_', 'clip', 'clip_'], { takes: [input, ...named('min max')], gives: 'between', ...same }),
  ...entries(['clamp_min', 'clamp_min_'], { takes: [input, value('min')], gives: 'at-least', ...same }),
  ...entries(['clamp_max', 'clamp_max_'], { takes: [input, value('max')], gives: 'at-most', ...same }),
  ...functions(['log', 'log_'], 'log', '', { ...same, computes: 'log' }),
  ...functions(['exp', 'exp_'], 'exp', '', { ...same, computes: 'exp' }),
  ...functions(['logit', 'logit_', 'special.logit'], 'logits', 'eps', same),
  ...entries(['logsumexp', 'special.logsumexp'], { takes: [input, ...named('dim keepdim')], computes: 'log-sum-exp' }),
  ...entries(['sum'], { takes: [input, ...named('dim keepdim dtype')], gives: 'affine', classes: null, ...reduced, computes: 'total' }),
  ...entries(['mean'], { takes: [input, ...named('dim keepdim dtype')], gives: 'part', classes: null, ...reduced, computes: 'average' }),
  ...entries(['where'], { takes: [value('condition'), input, other], computes: 'choice' }),
]

/** Products with weights, and normalisations, which scale and shift by weights: any real number. */
const weighted: readonly Contract[] = [
  ...entries(['matmul'], { takes: [input, other], gives: 'logits', classes: 'other', shape: 'product' }),
  ...entries(['mm'], { takes: [input, value('mat2')], gives: 'logits', classes: 'mat2', shape: 'product', ranks: [2, 2] }),
  ...entries(['bmm'], { takes: [input, value('mat2')], gives: 'logits', classes: 'mat2', shape: 'product', ranks: [3, 3] }),
  ...entries(['addmm'], { takes: [input, value('mat1'), value('mat2'), ...named('beta alpha')], gives: 'logits', classes: 'mat2' }),
  ...entries(['baddbmm', 'addbmm'], {
    takes: [input, value('batch1'), value('batch2'), ...named('beta alpha')],
    gives: 'logits',
    classes: 'batch2',
  }),
  ...entries(['mv'], { takes: [input, value('vec')], gives: 'logits' }),
  ...entries(['outer', 'ger'], { takes: [input, value('vec2')], gives: 'logits' }),
  ...entries(['inner'], { takes: [input, other], gives: 'logits' }),
  ...entries(['tensordot'], { takes: [value('a'), value('b'), option('dims')], gives: 'logits' }),
  ...entries(['einsum'], { takes: [option('equation'), value('operands'), value('operands')], gives: 'logits' }),
  ...entries(['dot'], { takes: [input, other], gives: 'logits', computes: 'dot' }),
  ...functions(['nn.functional.linear'], 'logits', 'weight bias', { shape: 'last' }),
  ...entries(['nn.functional.bilinear'], { takes: [value('input1'), ...named('input2 weight bias')], gives: 'logits' }),
  ...inSpace(
    ['nn.functional.conv1d', 'nn.functional.conv2d', 'nn.functional.conv3d'],
    'logits',
    'weight bias stride padding dilation groups',
    'channels',
  ),
  ...inSpace(
    ['nn.functional.conv_transpose1d', 'nn.functional.conv_transpose2d', 'nn.functional.conv_transpose3d'],
    'logits',
    'weight bias stride padding output_padding groups dilation',
    'channels',
  ),
  ...functions(['nn.functional.embedding'], 'logits', 'weight', { shape: 'further' }),
  ...functions(['nn.functional.embedding_bag'], 'logits', 'weight'),
  ...functions(['nn.functional.batch_norm'], 'logits', 'running_mean running_var weight bias training momentum eps', same),
  ...functions(['nn.functional.instance_norm'], 'logits', 'running_mean running_var weight bias use_input_stats momentum eps', same),
  ...functions(['nn.functional.layer_norm'], 'logits', 'normalized_shape weight bias eps', same),
  ...functions(['nn.functional.group_norm'], 'logits', 'num_groups weight bias eps', same),
]

/** Classes. */
const indices: readonly Contract[] = [
  ...entries(['nn.functional.one_hot'], {
    takes: [value('tensor', 'class-indices'), option('num_classes', -1)],
    gives: 'one-hot',
    axis: -1,
    classes: 'num_classes',
    shape: 'further',
    dtype: 'int64',
  }),
  ...entries(['eye'], { takes: named('n m'), gives: 'one-hot', shape: 'table', dtype: 'float' }),
  ...functions(['argmax', 'argmin'], 'class-indices', 'dim keepdim', { axisOption: 'dim', ...reduced, dtype: 'int64' }),
  ...functions(['multinomial'], 'class-indices', 'num_samples replacement', { dtype: 'int64' }),
]

/** The same rows, though they may be reshaped or reordered. Interpolation mixes neighbouring rows, and never entries of one row. */
const keeping: readonly Contract[] = [
  ...functions(['clone', 'detach', 'detach_', 'positive'], 'itself', '', { dtype: 'same' }),
  ...functions(['reshape'], 'same', 'shape', { classes: 'shape', shape: 'sizes' }),
  ...functions(['broadcast_to'], 'same', 'size', { classes: 'size', shape: 'expanded' }),
  ...entries(['flatten'], {
    takes: [input, option('start_dim', 0), option('end_dim', -1)],
    gives: 'same',
    classes: null,
    shape: 'flattened',
  }),
  ...functions(['unflatten'], 'same', 'dim sizes', { classes: null }),
  ...functions(['squeeze'], 'same', 'dim', { classes: null, shape: 'squeezed' }),
  ...functions(['unsqueeze'], 'same', 'dim', { classes: null, shape: 'unsqueezed' }),
  ...functions(['ravel', 'atleast_1d', 'atleast_2d', 'atleast_3d'], 'same', '', { classes: null }),
  ...functions(['nan_to_num', 'nan_to_num_'], 'same', 'nan posinf neginf', same),
  ...functions(['flip'], 'same', 'dims', same),
  ...functions(['fliplr', 'flipud'], 'same', '', same),
  ...functions(['roll'], 'same', 'shifts dims', same),
  ...functions(['dropout', 'dropout_', 'alpha_dropout', 'feature_dropout'], 'same', 'p train', same),
  ...functions(['nn.functional.dropout', 'nn.functional.dropout1d'], 'same', 'p training inplace', same),
  ...functions(['nn.functional.dropout2d', 'nn.functional.dropout3d'], 'same', 'p training inplace', same),
  ...functions(['nn.functional.alpha_dropout', 'nn.functional.feature_alpha_dropout'], 'same', 'p training inplace', same),
  ...functions(['nn.functional.interpolate'], 'same', 'size scale_factor mode align_corners recompute_scale_factor antialias', image),
  ...functions(['nn.functional.upsample'], 'same', 'size scale_factor mode align_corners', image),
  ...functions(['nn.functional.upsample_nearest', 'nn.functional.upsample_bilinear'], 'same', 'size scale_factor', image),
]

/** Some of the entries, or all of them with the class axis perhaps moved. */
const selecting: readonly Contract[] = [
  ...functions(['transpose', 'swapdims'], 'part', 'dim0 dim1', { shape: 'swapped' }),
  ...functions(['swapaxes'], 'part', 'axis0 axis1', { shape: 'swapped' }),
  ...functions(['permute'], 'part', 'dims', { shape: 'permuted' }),
  ...functions(['movedim', 'moveaxis'], 'part', 'source destination', { shape: 'moved' }),
  ...functions(['t', 'adjoint'], 'part', '', { shape: 'turned' }),
  ...functions(['narrow'], 'part', 'dim start length'),
  ...functions(['select'], 'part', 'dim index'),
  ...functions(['diagonal'], 'part', 'offset dim1 dim2'),
  ...functions(['chunk'], 'part', 'chunks dim'),
  ...functions(['unbind'], 'part', 'dim'),
  ...functions(['tensor_split'], 'part', ''),
  ...entries(['split'], { takes: [value('tensor'), ...named('split_size_or_sections dim')], gives: 'part' }),
  ...functions(['tile'], 'part', 'dims'),
  ...functions(['repeat_interleave'], 'part', 'repeats dim'),
  ...functions(['amax', 'amin'], 'part', 'dim keepdim', reduced),
  ...functions(['gather'], 'part', 'dim index sparse_grad', { computes: 'pick' }),
  ...functions(['index_select'], 'part', 'dim index', { computes: 'pick' }),
  ...functions(['masked_select'], 'part', 'mask', { computes: 'pick' }),
  ...functions(['take'], 'part', 'index', { computes: 'pick' }),
  ...functions(['take_along_dim'], 'part', 'indices dim', { computes: 'pick' }),
  ...inSpace(['nn.functional.max_pool1d', 'nn.functional.max_pool2d', 'nn.functional.max_pool3d'], 'part', `${pooled} dilation`, 'space'),
  ...inSpace(['nn.functional.avg_pool1d', 'nn.functional.avg_pool2d', 'nn.functional.avg_pool3d'], 'part', `${pooled} ceil_mode`, 'space'),
  ...functions(
    ['nn.functional.adaptive_avg_pool1d', 'nn.functional.adaptive_avg_pool2d', 'nn.functional.adaptive_avg_pool3d'],
    'part',
    'output_size',
    { shape: 'rank' },
  ),
  ...inSpace(
    ['nn.functional.adaptive_max_pool1d', 'nn.functional.adaptive_max_pool2d', 'nn.functional.adaptive_max_pool3d'],
    'part',
    'output_size',
    'space',
  ),
  ...functions(['nn.functional.pad'], 'part', 'pad mode value', { shape: 'rank' }),
  ...functions(['nn.functional.pixel_shuffle'], 'part', 'upscale_factor'),
  ...functions(['nn.functional.pixel_unshuffle'], 'part', 'downscale_factor'),
  ...functions(['nn.functional.channel_shuffle'], 'part', 'groups'),
  ...functions(['nn.functional.unfold'], 'part', 'kernel_size dilation padding stride'),
  ...functions(['nn.functional.grid_sample'], 'part', 'grid mode padding_mode align_corners'),
]

/** Several values side by side. */
const joining: readonly Contract[] = [
  ...entries(['cat', 'concat', 'concatenate'], { takes: [value('tensors'), option('dim', 0)], gives: 'stack', shape: 'joined' }),
  ...entries(['stack'], { takes: [value('tensors'), option('dim', 0)], gives: 'stack', shape: 'stacked' }),
  ...entries(['hstack', 'vstack', 'dstack', 'row_stack', 'column_stack'], { takes: [value('tensors')], gives: 'stack' }),
]

/** Functions that give a kind or hand one on, and those of which losses are written; every other gives an unknown value. */
export const operations: readonly Contract[] = [...arithmetic, ...weighted, ...indices, ...keeping, ...selecting, ...joining]

/** Functions for as many axes of space as their names tell, which come after that of channels; the axis of batches may be missing. */
function inSpace(names: readonly string[], gives: Contract['gives'], options: string, shape: ShapeRule): Contract[] {
  return names.flatMap((name) =>
    functions([name], gives, options, { shape, ranks: ranksInSpace(name), ...(shape === 'space' && { shapeUnless: 'return_indices' }) }),
  )
}
