import type { Contract } from '../contract.js'
import { option, prediction, required, target, weights } from '../parameters.js'
import { writer } from '../writer.js'
import { overTorch } from './over-torch.js'

const pkg = 'segmentation_models_pytorch'
const losses = writer(pkg, 'segmentation_models_pytorch, losses')
const models = writer(pkg, 'segmentation_models_pytorch, base/heads.py and decoders')

type Facts = Parameters<typeof losses.entry>[1]

const criterion = (name: string, facts: Facts): Contract =>
  losses.entry(`losses.${name}`, { criterion: true, aligns: true, axis: 1, reduction: 'mean', weighted: true, ...facts })

/** The mode of the loss says what the targets are, class indices or masks of 0 and 1, so no kind of theirs is stated. */
const masks = target('y_true')
const mode = required(option('mode'))

/** A loss over regions, which applies the activation of its mode unless it is told that its input has it already. */
function regions(name: string, options: readonly string[], normalised: Facts): Contract[] {
  const made = options.map((each) => (each === 'mode' ? mode : option(each, each === 'from_logits' ? true : undefined)))
  const given = `${name}(from_logits=False)`
  return [
    criterion(name, {
      takes: [prediction('y_pred', 'logits'), masks, ...made],
      applies: 'activation',
      depends: { option: 'from_logits', on: { false: `${pkg}#losses.${given}` } },
      silent: ['probabilities, unless from_logits is false'],
    }),
    criterion(given, { takes: [prediction('y_pred', 'probabilities'), masks, ...made], applies: 'nothing', ...normalised }),
  ]
}

const region = ['mode', 'classes', 'log_loss', 'from_logits', 'smooth', 'ignore_index', 'eps']

/** segmentation_models_pytorch: classes on axis 1; models give scores unless they are made with an activation. */
export const segmentationModels = overTorch({
  package: pkg,
  imports: [`pypi:${pkg}`],
  globals: [],
  shorthand: 'smp',
  activations: {
    identity: { gives: 'same' },
    sigmoid: { gives: 'probabilities' },
    softmax2d: { gives: 'distribution' },
    softmax: { gives: 'distribution' },
    logsoftmax: { gives: 'log-probabilities' },
    tanh: { gives: 'affine', bounded: [-1, 1] },
    argmax: { gives: 'class-indices' },
    argmax2d: { gives: 'class-indices' },
  },
  lossNames: {},
  entries: [
    ...regions('DiceLoss', [...region, 'class_weights'], { silent: ['logits'] }),
    ...regions('JaccardLoss', [...region, 'class_weights'], { silent: ['logits'] }),
    ...regions('TverskyLoss', [...region, 'alpha', 'beta', 'gamma', 'class_weights'], { silent: ['logits'] }),
    ...regions('FocalLoss', ['mode', 'alpha', 'gamma', 'ignore_index', 'from_logits', 'eps', 'reduction', 'normalized'], {
      silent: ['softmax outputs in multiclass mode: their logarithms are taken for the scores of a sigmoid'],
    }),
    criterion('LovaszLoss', {
      takes: [prediction('y_pred', 'logits'), masks, mode, option('per_image', false), option('ignore_index'), option('from_logits', true)],
      applies: 'activation',
      silent: ['probabilities, with from_logits=False too: the option is accepted and never used'],
    }),
    criterion('SoftCrossEntropyLoss', {
      takes: [
        prediction('y_pred', 'logits'),
        target('y_true', 'class-indices'),
        option('reduction', 'mean'),
        required(option('smooth_factor')),
        option('ignore_index', -100),
        option('dim', 1),
      ],
      applies: 'softmax',
      axisOption: 'dim',
      ignoreIndex: -100,
      weighted: undefined,
      raises: ['its own default: without smooth_factor the first call raises a TypeError'],
    }),
    criterion('SoftBCEWithLogitsLoss', {
      takes: [
        prediction('y_pred', 'logits'),
        target('y_true', 'probabilities'),
        weights('weight'),
        option('ignore_index', -100),
        option('reduction', 'mean'),
        option('smooth_factor'),
        weights('pos_weight'),
      ],
      applies: 'sigmoid',
      axis: 'elementwise',
      ignoreIndex: -100,
      weighted: undefined,
      silent: ['sigmoid outputs as logits'],
    }),
    criterion('MCCLoss', {
      takes: [prediction('y_pred', 'probabilities'), target('y_true', 'probabilities'), option('eps')],
      applies: 'nothing',
      axis: 'elementwise',
      silent: ['logits: -947.0 for scores of 3 and -3, where the loss lies in [0, 2]'],
    }),
    models.entry('Module.segmentation_head', { property: true, gives: 'applied' }),
    ...networks(),
  ],
})

/** What follows the encoder's weights differs from model to model, and is given by name. */
function networks(): Contract[] {
  const first = ['encoder_name', 'encoder_depth', 'encoder_weights']
  const atrous = ['encoder_output_stride', 'decoder_channels', 'decoder_atrous_rates', 'decoder_aspp_separable', 'decoder_aspp_dropout']
  const decoding: Readonly<Record<string, readonly string[]>> = {
    Unet: [...first, 'decoder_use_norm', 'decoder_channels', 'decoder_attention_type', 'decoder_interpolation'],
    UnetPlusPlus: [...first, 'decoder_use_norm', 'decoder_channels', 'decoder_attention_type', 'decoder_interpolation'],
    MAnet: [...first, 'decoder_use_norm', 'decoder_channels', 'decoder_pab_channels', 'decoder_interpolation'],
    Linknet: [...first, 'decoder_use_norm'],
    FPN: [
      ...first,
      'decoder_pyramid_channels',
      'decoder_segmentation_channels',
      'decoder_merge_policy',
      'decoder_dropout',
      'decoder_interpolation',
    ],
    PSPNet: ['encoder_name', 'encoder_weights', 'encoder_depth', 'psp_out_channels', 'decoder_use_norm', 'psp_dropout'],
    PAN: [...first, 'encoder_output_stride', 'decoder_channels', 'decoder_interpolation'],
    DeepLabV3: [...first, ...atrous],
    DeepLabV3Plus: [...first, ...atrous],
    UPerNet: [...first, 'decoder_channels', 'decoder_use_norm'],
    Segformer: [...first, 'decoder_segmentation_channels'],
    create_model: ['arch', 'encoder_name', 'encoder_weights'],
  }
  return Object.entries(decoding).flatMap(([name, options]) =>
    models.layers([name], { gives: 'logits', units: 'classes', activation: { option: 'activation', default: 'identity' } }, [
      ...options,
      ...['in_channels', 'classes', 'activation'],
    ]),
  )
}
