import type { Contract, Parameter } from '../contract.js'
import { option, prediction, required, target, weights } from '../parameters.js'
import { writer } from '../writer.js'
import { overTorch } from './over-torch.js'

const pkg = 'kornia'
const losses = writer(pkg, 'kornia, kornia/losses')

type Facts = Parameters<typeof losses.entry>[1]

const logits = prediction('pred', 'logits')
const classes = target('target', 'class-indices')
const ignored = option('ignore_index', -100)
const twice = 'probabilities as logits'

const written = (name: string, facts: Facts): Contract => losses.entry(`losses.${name}`, { axis: 1, weighted: true, ...facts })
const made = (name: string, facts: Facts): Contract => written(name, { ...facts, criterion: true })

/** A loss in both of its forms, the function and the module. */
function both(functional: string, module: string, facts: Facts): Contract[] {
  return [written(functional, facts), made(module, facts)]
}

const binary = (alpha: Parameter): Facts => ({
  takes: [
    logits,
    target('target', 'probabilities'),
    alpha,
    option('gamma', 2),
    option('reduction', 'none'),
    weights('pos_weight'),
    weights('weight'),
    ignored,
  ],
  applies: 'sigmoid',
  axis: 'elementwise',
  reduction: 'none',
  silent: ['sigmoid outputs as logits'],
})

const softmax = (takes: readonly Parameter[], reduction: string, silent: readonly string[]): Facts => ({
  takes: [logits, classes, ...takes],
  applies: 'softmax',
  reduction,
  silent,
})

const divergence = (name: string): Contract =>
  losses.entry(`losses.${name}`, {
    takes: [prediction('pred', 'distribution'), target('target', 'distribution'), option('reduction', 'mean')],
    applies: 'log',
    axis: 'elementwise',
    reduction: 'mean',
    silent: ['logits: the loss is NaN', 'log-probabilities, which PyTorch wants: here the logarithm is taken inside'],
  })

/** kornia: classes on axis 1. Its divergences are of heat maps, which sum to 1 over each image. */
export const kornia = overTorch({
  package: pkg,
  imports: ['pypi:kornia'],
  globals: [],
  shorthand: pkg,
  activations: {},
  lossNames: {},
  entries: [
    ...both(
      'focal_loss',
      'FocalLoss',
      softmax([required(option('alpha')), option('gamma', 2), option('reduction', 'none'), weights('weight'), ignored], 'none', [
        `${twice}: 0.0935 on the reference batch, where the logits give 0.1675`,
      ]),
    ),
    ...both(
      'dice_loss',
      'DiceLoss',
      softmax([option('average', 'micro'), option('eps'), weights('weight'), ignored], 'mean', [
        `${twice}: 0.6787 on the reference batch, where the logits give 0.7017`,
      ]),
    ),
    ...both(
      'tversky_loss',
      'TverskyLoss',
      softmax([required(option('alpha')), required(option('beta')), option('eps'), ignored], 'mean', [twice]),
    ),
    ...both('lovasz_softmax_loss', 'LovaszSoftmaxLoss', softmax([weights('weight')], 'mean', [twice])),
    written('binary_focal_loss_with_logits', binary(option('alpha', 0.25))),
    // The module has no standard value for it.
    made('BinaryFocalLossWithLogits', binary(required(option('alpha')))),
    divergence('kl_div_loss_2d'),
    divergence('js_div_loss_2d'),
  ],
})
