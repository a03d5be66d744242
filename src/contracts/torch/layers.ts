import type { Contract } from '../contract.js'
import { modules } from './entries.js'

const convolution = 'kernel_size stride padding dilation groups bias padding_mode device dtype'
const transposed = 'kernel_size stride padding output_padding groups bias dilation padding_mode device dtype'
const normalised = 'eps momentum affine track_running_stats device dtype'
const recurrent = 'input_size hidden_size num_layers bias batch_first dropout bidirectional'
const block = 'd_model nhead dim_feedforward dropout activation layer_norm_eps batch_first norm_first device dtype'

/** Layers of weights, whose results are any real number; the units of a convolution are on axis 1. */
const weighted: readonly Contract[] = [
  ...modules(['nn.Linear'], { gives: 'logits', units: 'out_features' }, 'in_features out_features bias device dtype'),
  ...modules(['nn.LazyLinear'], { gives: 'logits', units: 'out_features' }, 'out_features bias device dtype'),
  ...modules(['nn.Bilinear'], { gives: 'logits', units: 'out_features' }, 'in1_features in2_features out_features bias device dtype'),
  ...modules(
    ['nn.Conv1d', 'nn.Conv2d', 'nn.Conv3d'],
    { gives: 'logits', units: 'out_channels' },
    `in_channels out_channels ${convolution}`,
  ),
  ...modules(
    ['nn.ConvTranspose1d', 'nn.ConvTranspose2d', 'nn.ConvTranspose3d'],
    { gives: 'logits', units: 'out_channels' },
    `in_channels out_channels ${transposed}`,
  ),
  ...modules(
    ['nn.LazyConv1d', 'nn.LazyConv2d', 'nn.LazyConv3d'],
    { gives: 'logits', units: 'out_channels' },
    `out_channels ${convolution}`,
  ),
  ...modules(
    ['nn.LazyConvTranspose1d', 'nn.LazyConvTranspose2d', 'nn.LazyConvTranspose3d'],
    { gives: 'logits', units: 'out_channels' },
    'out_channels kernel_size stride padding output_padding groups bias dilation padding_mode device dtype',
  ),
  ...modules(['nn.Embedding', 'nn.EmbeddingBag'], { gives: 'logits', units: 'embedding_dim' }, 'num_embeddings embedding_dim'),
]

/** A normalisation scales and shifts by weights. A transformer ends in one, or in a sum of its layers. */
const scaled: readonly Contract[] = [
  ...modules(['nn.BatchNorm1d', 'nn.BatchNorm2d', 'nn.BatchNorm3d'], { gives: 'logits' }, `num_features ${normalised}`),
  ...modules(['nn.InstanceNorm1d', 'nn.InstanceNorm2d', 'nn.InstanceNorm3d'], { gives: 'logits' }, `num_features ${normalised}`),
  ...modules(['nn.SyncBatchNorm'], { gives: 'logits' }, 'num_features eps momentum affine track_running_stats process_group device dtype'),
  ...modules(['nn.LazyBatchNorm1d', 'nn.LazyBatchNorm2d', 'nn.LazyBatchNorm3d'], { gives: 'logits' }, normalised),
  ...modules(['nn.LazyInstanceNorm1d', 'nn.LazyInstanceNorm2d', 'nn.LazyInstanceNorm3d'], { gives: 'logits' }, normalised),
  ...modules(['nn.LayerNorm'], { gives: 'logits' }, 'normalized_shape eps elementwise_affine'),
  ...modules(['nn.GroupNorm'], { gives: 'logits' }, 'num_groups num_channels eps affine device dtype'),
  ...modules(['nn.RMSNorm'], { gives: 'logits' }, 'normalized_shape eps elementwise_affine'),
  ...modules(['nn.TransformerEncoderLayer', 'nn.TransformerDecoderLayer'], { gives: 'logits', units: 'd_model' }, block),
  ...modules(['nn.TransformerEncoder'], { gives: 'logits' }, 'encoder_layer num_layers norm'),
  ...modules(['nn.TransformerDecoder'], { gives: 'logits' }, 'decoder_layer num_layers norm'),
  ...modules(['nn.Transformer'], { gives: 'logits', units: 'd_model' }, 'd_model nhead num_encoder_layers num_decoder_layers'),
]

/** Results are pairs, or something of which no kind can be told. */
const opaque: readonly Contract[] = [
  ...modules(['nn.RNN', 'nn.LSTM', 'nn.GRU'], { results: ['logits', null] }, recurrent),
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
  ...modules(['nn.Identity'], { gives: 'same' }, ''),
  ...modules(['nn.Dropout', 'nn.Dropout1d', 'nn.Dropout2d', 'nn.Dropout3d'], { gives: 'same' }, 'p inplace'),
  ...modules(['nn.AlphaDropout', 'nn.FeatureAlphaDropout'], { gives: 'same' }, 'p inplace'),
  ...modules(['nn.Flatten'], { gives: 'same', units: null }, 'start_dim end_dim'),
  ...modules(['nn.Unflatten'], { gives: 'same', units: null }, 'dim unflattened_size'),
  ...modules(['nn.Upsample'], { gives: 'same' }, 'size scale_factor mode align_corners recompute_scale_factor'),
  ...modules(['nn.UpsamplingNearest2d', 'nn.UpsamplingBilinear2d'], { gives: 'same' }, 'size scale_factor'),
]

/** Some of the entries or averages of them, or all of them in other rows. */
const selecting: readonly Contract[] = [
  ...modules(['nn.MaxPool1d', 'nn.MaxPool2d', 'nn.MaxPool3d'], { gives: 'part' }, 'kernel_size stride padding dilation'),
  ...modules(['nn.AvgPool1d', 'nn.AvgPool2d', 'nn.AvgPool3d'], { gives: 'part' }, 'kernel_size stride padding ceil_mode count_include_pad'),
  ...modules(['nn.AdaptiveAvgPool1d', 'nn.AdaptiveAvgPool2d', 'nn.AdaptiveAvgPool3d'], { gives: 'part' }, 'output_size'),
  ...modules(['nn.AdaptiveMaxPool1d', 'nn.AdaptiveMaxPool2d', 'nn.AdaptiveMaxPool3d'], { gives: 'part' }, 'output_size return_indices'),
  ...modules(
    ['nn.FractionalMaxPool2d', 'nn.FractionalMaxPool3d'],
    { gives: 'part' },
    'kernel_size output_size output_ratio return_indices',
  ),
  ...modules(['nn.MaxUnpool1d', 'nn.MaxUnpool2d', 'nn.MaxUnpool3d'], { gives: 'part' }, 'kernel_size stride padding'),
  ...modules(['nn.ConstantPad1d', 'nn.ConstantPad2d', 'nn.ConstantPad3d'], { gives: 'part' }, 'padding value'),
  ...modules(['nn.ReflectionPad1d', 'nn.ReflectionPad2d', 'nn.ReflectionPad3d', 'nn.ZeroPad2d'], { gives: 'part' }, 'padding'),
  ...modules(['nn.ReplicationPad1d', 'nn.ReplicationPad2d', 'nn.ReplicationPad3d'], { gives: 'part' }, 'padding'),
  ...modules(['nn.PixelShuffle'], { gives: 'part' }, 'upscale_factor'),
  ...modules(['nn.PixelUnshuffle'], { gives: 'part' }, 'downscale_factor'),
  ...modules(['nn.ChannelShuffle'], { gives: 'part' }, 'groups'),
  ...modules(['nn.Unfold'], { gives: 'part' }, 'kernel_size dilation padding stride'),
]

/** Every module of PyTorch that is no loss, activation or container, of which something can be said. */
export const layers: readonly Contract[] = [...weighted, ...scaled, ...opaque, ...keeping, ...selecting]
