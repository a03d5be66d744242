import type { Contract } from '../contract.js'
import { option, prediction, target, weights } from '../parameters.js'
import { writer } from '../writer.js'
import { overTorch } from './over-torch.js'

const pkg = 'monai'
const losses = writer(pkg, 'monai, monai/losses')
const networks = writer(pkg, 'monai, monai/networks/nets')

type Facts = Parameters<typeof losses.entry>[1]

const criterion = (name: string, facts: Facts): Contract =>
  losses.entry(`losses.${name}`, { criterion: true, axis: 1, aligns: true, reduction: 'mean', weighted: true, ...facts })

/** `to_onehot_y` says whether the targets are class indices or one-hot, so no kind of theirs is stated. */
const labels = target('target')

const standards: Readonly<Record<string, string | number | boolean>> = {
  to_onehot_y: false,
  sigmoid: false,
  softmax: false,
  use_softmax: false,
  reduction: 'mean',
}

const named = (options: readonly string[]) => options.map((name) => (name === 'weight' ? weights(name) : option(name, standards[name])))

const normalising = 'softmax=True'

/** A loss over regions. Without `softmax` its input is what `sigmoid` says: scores, or by default probabilities. */
function regions(name: string, options: readonly string[]): Contract[] {
  const made = named(options)
  return [
    criterion(name, {
      takes: [prediction('input', 'probabilities', 'logits'), labels, ...made],
      applies: 'nothing',
      depends: { option: 'softmax', on: { true: `${pkg}#losses.${name}(${normalising})` } },
      silent: ['logits with the default options: 1.0856 for Dice, above its maximum of 1', 'probabilities with sigmoid=True'],
      raises: ['sigmoid and softmax together: a ValueError', 'class indices without to_onehot_y=True: an AssertionError on the shapes'],
    }),
    criterion(`${name}(${normalising})`, {
      takes: [prediction('input', 'logits'), labels, ...made],
      applies: 'softmax',
      silent: ['probabilities: 0.6922 for Dice, where 0.7193 is right'],
    }),
  ]
}

/** A loss over regions beside a cross-entropy or a focal loss: the options choose the activation of the first half alone. */
function halves(name: string, applies: Contract['applies'], options: readonly string[], silent: readonly string[]): Contract {
  return criterion(name, { takes: [prediction('input', 'logits'), labels, ...named(options)], applies, silent })
}

const background = ['include_background', 'to_onehot_y']
const activation = ['sigmoid', 'softmax', 'other_act']
const smooth = ['reduction', 'smooth_nr', 'smooth_dr', 'batch']
const both = [...background, ...activation, 'squared_pred', 'jaccard', ...smooth]

/** MONAI: classes on axis 1, for images of two or three dimensions. */
export const monai = overTorch({
  package: pkg,
  imports: ['pypi:monai'],
  globals: [],
  shorthand: pkg,
  activations: {},
  lossNames: {},
  entries: [
    ...regions('DiceLoss', [...both, 'weight', 'soft_label']),
    ...regions('GeneralizedDiceLoss', [...background, ...activation, 'w_type', ...smooth, 'soft_label']),
    ...regions('TverskyLoss', [...background, ...activation, 'alpha', 'beta', ...smooth, 'soft_label']),
    ...regions('HausdorffDTLoss', ['alpha', ...background, ...activation, 'reduction', 'batch']),
    halves(
      'DiceCELoss',
      'activation',
      [...both, 'weight', 'lambda_dice', 'lambda_ce', 'label_smoothing'],
      [
        'probabilities: softmax is applied to them again in the cross-entropy, whatever the options are',
        'logits without softmax=True or sigmoid=True: the Dice half takes them for probabilities',
      ],
    ),
    halves(
      'DiceFocalLoss',
      'sigmoid',
      [...both, 'gamma', 'weight', 'lambda_dice', 'lambda_focal', 'alpha'],
      ['softmax=True: softmax for the Dice half, the sigmoid of each channel for the focal half'],
    ),
    halves(
      'GeneralizedDiceFocalLoss',
      'sigmoid',
      [...background, ...activation, 'w_type', ...smooth, 'gamma', 'weight', 'lambda_gdl', 'lambda_focal'],
      ['softmax=True: softmax for the Dice half, the sigmoid of each channel for the focal half'],
    ),
    ...focal(),
    ...networks.layers(
      ['UNet', 'Unet', 'BasicUNet', 'SegResNet', 'UNETR', 'SwinUNETR', 'AttentionUnet', 'VNet'].map((name) => `networks.nets.${name}`),
      { gives: 'logits' },
    ),
  ],
})

function focal(): Contract[] {
  const options = named([...background, 'gamma', 'alpha', 'weight', 'reduction', 'use_softmax'])
  const takes = [prediction('input', 'logits'), labels, ...options]
  return [
    criterion('FocalLoss', {
      takes,
      applies: 'sigmoid',
      depends: { option: 'use_softmax', on: { true: `${pkg}#losses.FocalLoss(use_softmax=True)` } },
      silent: ['several classes without use_softmax=True: each channel gets a sigmoid of its own'],
    }),
    criterion('FocalLoss(use_softmax=True)', { takes, applies: 'softmax', silent: ['probabilities as logits'] }),
  ]
}
