import type { Contract } from '../contract.js'
import { option, value } from '../parameters.js'
import { entries, functions, named } from './entries.js'

const input = value('input')
const other = value('other')
const pooled = 'kernel_size stride padding'

/** Sums, scalings, limits, logarithms, and what losses are written out in. */
const arithmetic: readonly Contract[] = [
  ...entries(['add'], { takes: [input, other, option('alpha')], gives: 'affine', computes: 'sum' }),
  ...entries(['sub', 'subtract'], { takes: [input, other, option('alpha')], gives: 'affine', computes: 'difference' }),
  ...entries(['mul', 'multiply'], { takes: [input, other], gives: 'affine', computes: 'product' }),
  ...entries(['div', 'divide'], { takes: [input, other, option('rounding_mode')], gives: 'affine', computes: 'quotient' }),
  ...entries(['true_divide'], { takes: [input, other], gives: 'affine', computes: 'quotient' }),
  ...functions(['neg', 'neg_', 'negative', 'negative_'], 'affine', '', { computes: 'negation' }),
  ...functions(['masked_fill'], 'affine', 'mask value'),
  ...entries(['maximum'], { takes: [input, other], gives: 'at-least' }),
  ...entries(['minimum'], { takes: [input, other], gives: 'at-most' }),
  ...entries(['clamp', 'clamp_', 'clip', 'clip_'], { takes: [input, ...named('min max')], gives: 'between' }),
  ...entries(['clamp_min', 'clamp_min_'], { takes: [input, value('min')], gives: 'at-least' }),
  ...entries(['clamp_max', 'clamp_max_'], { takes: [input, value('max')], gives: 'at-most' }),
  ...functions(['log', 'log_'], 'log', '', { computes: 'log' }),
  ...functions(['exp', 'exp_'], 'exp', '', { computes: 'exp' }),
  ...functions(['logit', 'logit_', 'special.logit'], 'logits', 'eps'),
  ...entries(['logsumexp', 'special.logsumexp'], { takes: [input, ...named('dim keepdim')], computes: 'log-sum-exp' }),
  ...entries(['sum'], { takes: [input, ...named('dim keepdim dtype')], gives: 'affine', classes: null, computes: 'total' }),
  ...entries(['mean'], { takes: [input, ...named('dim keepdim dtype')], gives: 'part', classes: null, computes: 'average' }),
  ...entries(['where'], { takes: [value('condition'), input, other], computes: 'choice' }),
]

/** Products with weights, and normalisations, which scale and shift by weights: any real number. */
const weighted: readonly Contract[] = [
  ...entries(['matmul'], { takes: [input, other], gives: 'logits', classes: 'other' }),
  ...entries(['mm', 'bmm'], { takes: [input, value('mat2')], gives: 'logits', classes: 'mat2', rank: 2 }),
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
  ...functions(['nn.functional.linear'], 'logits', 'weight bias'),
  ...entries(['nn.functional.bilinear'], { takes: [value('input1'), value('input2'), ...named('weight bias')], gives: 'logits' }),
  ...functions(
    ['nn.functional.conv1d', 'nn.functional.conv2d', 'nn.functional.conv3d'],
    'logits',
    'weight bias stride padding dilation groups',
  ),
  ...functions(
    ['nn.functional.conv_transpose1d', 'nn.functional.conv_transpose2d', 'nn.functional.conv_transpose3d'],
    'logits',
    'weight bias stride padding output_padding groups dilation',
  ),
  ...functions(['nn.functional.embedding'], 'logits', 'weight'),
  ...functions(['nn.functional.embedding_bag'], 'logits', 'weight'),
  ...functions(['nn.functional.batch_norm'], 'logits', 'running_mean running_var weight bias training momentum eps'),
  ...functions(['nn.functional.instance_norm'], 'logits', 'running_mean running_var weight bias use_input_stats momentum eps'),
  ...functions(['nn.functional.layer_norm'], 'logits', 'normalized_shape weight bias eps'),
  ...functions(['nn.functional.group_norm'], 'logits', 'num_groups weight bias eps'),
]

/** Classes. */
const indices: readonly Contract[] = [
  ...entries(['nn.functional.one_hot'], {
    takes: [value('tensor', 'class-indices'), option('num_classes', -1)],
    gives: 'one-hot',
    axis: -1,
    classes: 'num_classes',
  }),
  ...entries(['eye'], { takes: named('n m'), gives: 'one-hot' }),
  ...functions(['argmax', 'argmin'], 'class-indices', 'dim keepdim', { axisOption: 'dim' }),
  ...functions(['multinomial'], 'class-indices', 'num_samples replacement'),
]

/** The same rows, though they may be reshaped or reordered. Interpolation mixes neighbouring rows, and never entries of one row. */
const keeping: readonly Contract[] = [
  ...functions(['clone', 'detach', 'detach_', 'positive'], 'itself', ''),
  ...functions(['reshape'], 'same', 'shape', { classes: 'shape' }),
  ...functions(['broadcast_to'], 'same', 'size', { classes: 'size' }),
  ...functions(['flatten'], 'same', 'start_dim end_dim', { classes: null }),
  ...functions(['unflatten'], 'same', 'dim sizes', { classes: null }),
  ...functions(['squeeze', 'unsqueeze'], 'same', 'dim', { classes: null }),
  ...functions(['ravel', 'atleast_1d', 'atleast_2d', 'atleast_3d'], 'same', '', { classes: null }),
  ...functions(['nan_to_num', 'nan_to_num_'], 'same', 'nan posinf neginf'),
  ...functions(['flip'], 'same', 'dims'),
  ...functions(['fliplr', 'flipud'], 'same', ''),
  ...functions(['roll'], 'same', 'shifts dims'),
  ...functions(['dropout', 'dropout_', 'alpha_dropout', 'feature_dropout'], 'same', 'p train'),
  ...functions(['nn.functional.dropout', 'nn.functional.dropout1d'], 'same', 'p training inplace'),
  ...functions(['nn.functional.dropout2d', 'nn.functional.dropout3d'], 'same', 'p training inplace'),
  ...functions(['nn.functional.alpha_dropout', 'nn.functional.feature_alpha_dropout'], 'same', 'p training inplace'),
  ...functions(['nn.functional.interpolate'], 'same', 'size scale_factor mode align_corners recompute_scale_factor antialias'),
  ...functions(['nn.functional.upsample'], 'same', 'size scale_factor mode align_corners'),
  ...functions(['nn.functional.upsample_nearest', 'nn.functional.upsample_bilinear'], 'same', 'size scale_factor'),
]

/** Some of the entries, or all of them with the class axis perhaps moved. */
const selecting: readonly Contract[] = [
  ...functions(['transpose', 'swapaxes', 'swapdims'], 'part', ''),
  ...functions(['permute'], 'part', 'dims'),
  ...functions(['movedim', 'moveaxis'], 'part', 'source destination'),
  ...functions(['t', 'adjoint'], 'part', ''),
  ...functions(['narrow'], 'part', 'dim start length'),
  ...functions(['select'], 'part', 'dim index'),
  ...functions(['diagonal'], 'part', 'offset dim1 dim2'),
  ...functions(['chunk'], 'part', 'chunks dim'),
  ...functions(['unbind'], 'part', 'dim'),
  ...functions(['tensor_split'], 'part', ''),
  ...entries(['split'], { takes: [value('tensor'), ...named('split_size_or_sections dim')], gives: 'part' }),
  ...functions(['tile'], 'part', 'dims'),
  ...functions(['repeat_interleave'], 'part', 'repeats dim'),
  ...functions(['amax', 'amin'], 'part', 'dim keepdim'),
  ...functions(['gather'], 'part', 'dim index sparse_grad', { computes: 'pick' }),
  ...functions(['index_select'], 'part', 'dim index', { computes: 'pick' }),
  ...functions(['masked_select'], 'part', 'mask', { computes: 'pick' }),
  ...functions(['take'], 'part', 'index', { computes: 'pick' }),
  ...functions(['take_along_dim'], 'part', 'indices dim', { computes: 'pick' }),
  ...functions(['nn.functional.max_pool1d', 'nn.functional.max_pool2d', 'nn.functional.max_pool3d'], 'part', `${pooled} dilation`),
  ...functions(['nn.functional.avg_pool1d', 'nn.functional.avg_pool2d', 'nn.functional.avg_pool3d'], 'part', `${pooled} ceil_mode`),
  ...functions(
    ['nn.functional.adaptive_avg_pool1d', 'nn.functional.adaptive_avg_pool2d', 'nn.functional.adaptive_avg_pool3d'],
    'part',
    'output_size',
  ),
  ...functions(
    ['nn.functional.adaptive_max_pool1d', 'nn.functional.adaptive_max_pool2d', 'nn.functional.adaptive_max_pool3d'],
    'part',
    'output_size',
  ),
  ...functions(['nn.functional.pad'], 'part', 'pad mode value'),
  ...functions(['nn.functional.pixel_shuffle'], 'part', 'upscale_factor'),
  ...functions(['nn.functional.pixel_unshuffle'], 'part', 'downscale_factor'),
  ...functions(['nn.functional.channel_shuffle'], 'part', 'groups'),
  ...functions(['nn.functional.unfold'], 'part', 'kernel_size dilation padding stride'),
  ...functions(['nn.functional.grid_sample'], 'part', 'grid mode padding_mode align_corners'),
]

/** Several values side by side. */
const joining: readonly Contract[] = [
  ...entries(['cat', 'concat', 'concatenate', 'stack'], { takes: [value('tensors'), option('dim', 0)], gives: 'stack' }),
  ...entries(['hstack', 'vstack', 'dstack', 'row_stack', 'column_stack'], { takes: [value('tensors')], gives: 'stack' }),
]

/** Functions that give a kind or hand one on, and those of which losses are written; every other gives an unknown value. */
export const operations: readonly Contract[] = [...arithmetic, ...weighted, ...indices, ...keeping, ...selecting, ...joining]
