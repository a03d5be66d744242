import type { Contract, Made } from '../contract.js'
import type { ShapeRule } from '../layout.js'
import { option } from '../parameters.js'
import { modules, ranksInSpace } from './entries.js'

const convolution = 'kernel_size stride padding dilation groups bias padding_mode device dtype'
const transposed = 'kernel_size stride padding output_padding groups bias dilation padding_mode device dtype'
const normalised = 'eps momentum affine track_running_stats device dtype'
const recurrent = 'input_size hidden_size num_layers bias batch_first dropout bidirectional'
const same = { shape: 'same' } as const
const last = { shape: 'last' } as const
/** Padding, and pooling down to one entry, take values with any number of axes before. */
const resized = { shape: 'rank' } as const
/** Interpolation wants an axis of batches and one of channels before those of space. */
const image = { shape: 'images', ranks: [3, 5] } as const
const block = 'd_model nhead dim_feedforward dropout activation layer_norm_eps batch_first norm_first device dtype'

/** Layers of weights, whose results are any real number; the units of a convolution are on axis 1. */
const weighted: readonly Contract[] = [
  ...modules(['nn.Linear'], { gives: 'logits', units: 'out_features' }, 'in_features out_features bias device dtype', last),
  ...modules(['nn.LazyLinear'], { gives: 'logits', units: 'out_features' }, 'out_features bias device dtype', last),
  ...modules(['nn.Bilinear'], { gives: 'logits', units: 'out_features' }, 'in1_features in2_features out_features bias device dtype', last),
  ...inSpace(
    ['nn.Conv1d', 'nn.Conv2d', 'nn.Conv3d'],
    { gives: 'logits', units: 'out_channels' },
    `in_channels out_channels ${convolution}`,
    'channels',
  ),
  ...inSpace(
    ['nn.ConvTranspose1d', 'nn.ConvTranspose2d', 'nn.ConvTranspose3d'],
    { gives: 'logits', units: 'out_channels' },
    `in_channels out_channels ${transposed}`,
    'channels',
  ),
  ...inSpace(
    ['nn.LazyConv1d', 'nn.LazyConv2d', 'nn.LazyConv3d'],
    { gives: 'logits', units: 'out_channels' },
    `out_channels ${convolution}`,
    'channels',
  ),
  ...inSpace(
    ['nn.LazyConvTranspose1d', 'nn.LazyConvTranspose2d', 'nn.LazyConvTranspose3d'],
    { gives: 'logits', units: 'out_channels' },
    'out_channels kernel_size stride padding output_padding groups bias dilation padding_mode device dtype',
    'channels',
  ),
  ...modules(['nn.Embedding'], { gives: 'logits', units: 'embedding_dim' }, 'num_embeddings embedding_dim', { shape: 'further' }),
  ...modules(['nn.EmbeddingBag'], { gives: 'logits', units: 'embedding_dim' }, 'num_embeddings embedding_dim'),
]

/** A normalisation scales and shifts by weights. A transformer ends in one, or in a sum of its layers. */
const scaled: readonly Contract[] = [
  ...ofBatches(['nn.BatchNorm1d', 'nn.BatchNorm2d', 'nn.BatchNorm3d'], `num_features ${normalised}`),
  ...inSpace(['nn.InstanceNorm1d', 'nn.InstanceNorm2d', 'nn.InstanceNorm3d'], { gives: 'logits' }, `num_features ${normalised}`, 'same'),
  ...modules(
    ['nn.SyncBatchNorm'],
    { gives: 'logits' },
    'num_features eps momentum affine track_running_stats process_group device dtype',
    same,
  ),
  ...ofBatches(['nn.LazyBatchNorm1d', 'nn.LazyBatchNorm2d', 'nn.LazyBatchNorm3d'], normalised),
  ...inSpace(['nn.LazyInstanceNorm1d', 'nn.LazyInstanceNorm2d', 'nn.LazyInstanceNorm3d'], { gives: 'logits' }, normalised, 'same'),
  ...modules(['nn.LayerNorm'], { gives: 'logits' }, 'normalized_shape eps elementwise_affine', same),
  ...modules(['nn.GroupNorm'], { gives: 'logits' }, 'num_groups num_channels eps affine device dtype', same),
  ...modules(['nn.RMSNorm'], { gives: 'logits' }, 'normalized_shape eps elementwise_affine', same),
  ...modules(['nn.TransformerEncoderLayer', 'nn.TransformerDecoderLayer'], { gives: 'logits', units: 'd_model' }, block, same),
  ...modules(['nn.TransformerEncoder'], { gives: 'logits' }, 'encoder_layer num_layers norm', same),
  ...modules(['nn.TransformerDecoder'], { gives: 'logits' }, 'decoder_layer num_layers norm', same),
  ...modules(['nn.Transformer'], { gives: 'logits', units: 'd_model' }, 'd_model nhead num_encoder_layers num_decoder_layers'),
]

/** Results are pairs, or something of which no kind can be told. */
const opaque: readonly Contract[] = [
  ...modules(['nn.RNN', 'nn.LSTM', 'nn.GRU'], { results: ['logits', null] }, recurrent, { shape: 'last', ranks: [2, 3] }),
  ...modules(['nn.RNNCell'], {}, 'input_size hidden_size bias nonlinearity device dtype'),
  ...modules(['nn.LSTMCell', 'nn.GRUCell'], {}, 'input_size hidden_size bias device dtype'),
  ...modules(['nn.MultiheadAttention'], {}, 'embed_dim num_heads dropout bias'),
  ...modules(['nn.AdaptiveLogSoftmaxWithLoss'], {}, 'in_features n_classes cutoffs div_value head_bias device dtype'),
  ...modules(['nn.GLU'], {}, 'dim'),
  ...modules(['nn.CosineSimilarity'], {}, 'dim eps'),
  ...modules(['nn.PairwiseDistance'], {}, 'p eps keepdim'),
]

/** The same rows: dropout acts in training only. Interpolation mixes neighbouring rows, and never entries of one row. */
const keeping: readonly Contract[] = [
  ...modules(['nn.Identity'], { gives: 'same' }, '', same),
  ...modules(['nn.Dropout', 'nn.Dropout1d', 'nn.Dropout2d', 'nn.Dropout3d'], { gives: 'same' }, 'p inplace', same),
  ...modules(['nn.AlphaDropout', 'nn.FeatureAlphaDropout'], { gives: 'same' }, 'p inplace', same),
  ...modules(['nn.Flatten'], { gives: 'same', units: null }, '', {
    takes: [option('start_dim', 1), option('end_dim', -1)],
    shape: 'flattened',
  }),
  ...modules(['nn.Unflatten'], { gives: 'same', units: null }, 'dim unflattened_size'),
  ...modules(['nn.Upsample'], { gives: 'same' }, 'size scale_factor mode align_corners recompute_scale_factor', image),
  ...modules(['nn.UpsamplingNearest2d', 'nn.UpsamplingBilinear2d'], { gives: 'same' }, 'size scale_factor', image),
]

/** Some of the entries or averages of them, or all of them in other rows. */
const selecting: readonly Contract[] = [
  ...inSpace(['nn.MaxPool1d', 'nn.MaxPool2d', 'nn.MaxPool3d'], { gives: 'part' }, 'kernel_size stride padding dilation', 'space'),
  ...inSpace(
    ['nn.AvgPool1d', 'nn.AvgPool2d', 'nn.AvgPool3d'],
    { gives: 'part' },
    'kernel_size stride padding ceil_mode count_include_pad',
    'space',
  ),
  ...modules(['nn.AdaptiveAvgPool1d', 'nn.AdaptiveAvgPool2d', 'nn.AdaptiveAvgPool3d'], { gives: 'part' }, 'output_size', resized),
  ...inSpace(
    ['nn.AdaptiveMaxPool1d', 'nn.AdaptiveMaxPool2d', 'nn.AdaptiveMaxPool3d'],
    { gives: 'part' },
    'output_size return_indices',
    'space',
  ),
  ...inSpace(
    ['nn.FractionalMaxPool2d', 'nn.FractionalMaxPool3d'],
    { gives: 'part' },
    'kernel_size output_size output_ratio return_indices',
    'space',
  ),
  ...inSpace(['nn.MaxUnpool1d', 'nn.MaxUnpool2d', 'nn.MaxUnpool3d'], { gives: 'part' }, 'kernel_size stride padding', 'space'),
  ...modules(['nn.ConstantPad1d', 'nn.ConstantPad2d', 'nn.ConstantPad3d'], { gives: 'part' }, 'padding value', resized),
  ...modules(['nn.ReflectionPad1d', 'nn.ReflectionPad2d', 'nn.ReflectionPad3d', 'nn.ZeroPad2d'], { gives: 'part' }, 'padding', resized),
  ...modules(['nn.ReplicationPad1d', 'nn.ReplicationPad2d', 'nn.ReplicationPad3d'], { gives: 'part' }, 'padding', resized),
  ...modules(['nn.PixelShuffle'], { gives: 'part' }, 'upscale_factor'),
  ...modules(['nn.PixelUnshuffle'], { gives: 'part' }, 'downscale_factor'),
  ...modules(['nn.ChannelShuffle'], { gives: 'part' }, 'groups'),
  ...modules(['nn.Unfold'], { gives: 'part' }, 'kernel_size dilation padding stride'),
]

/** Every module of PyTorch that is no loss, activation or container, of which something can be said. */
export const layers: readonly Contract[] = [...weighted, ...scaled, ...opaque, ...keeping, ...selecting]

/** Layers for as many axes of space as their names tell, which come after that of channels; the axis of batches may be missing. */
function inSpace(names: readonly string[], made: Omit<Made, 'type'>, options: string, shape: ShapeRule): Contract[] {
  return names.flatMap((name) =>
    modules([name], made, options, { shape, ranks: ranksInSpace(name), ...(shape === 'space' && { shapeUnless: 'return_indices' }) }),
  )
}

/** Normalisations over batches, which have to be there; of one axis of space none may be. */
function ofBatches(names: readonly string[], options: string): Contract[] {
  return names.flatMap((name) => {
    const [space, most] = ranksInSpace(name)
    return modules([name], { gives: 'logits' }, options, { shape: 'same', ranks: [space === 2 ? space : most, most] })
  })
}
