import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'optax'
const losses = writer(pkg, 'optax 0.2.9, losses/_classification.py')
const smoothing = writer(pkg, 'optax 0.2.9, losses/_smoothing.py')

type Facts = Parameters<typeof losses.entry>[1]

const perRow = (name: string, facts: Facts): Contract => losses.entry(name, { axis: -1, reduction: 'none', broadcasts: true, ...facts })

const alongAxis = [option('axis', -1), option('where')]
const noShapeCheck = 'class indices: they are broadcast when N equals C, and as [N, 1] always'
const vector = 'the mean left out: the loss is one value a row'

const divergence = (name: string, targets: Facts['takes']): Contract =>
  perRow(name, {
    takes: [prediction('log_predictions', 'log-probabilities'), ...targets!, ...alongAxis],
    applies: 'nothing',
    axisOption: 'axis',
    silent: ['probabilities instead of their logarithms: the loss is negative'],
  })

/** optax: prediction first, one value a row. What `optax.losses` holds is found at the top as well. */
export const optax: Framework = {
  package: pkg,
  imports: ['pypi:optax'],
  globals: [],
  shorthand: pkg,
  roots: ['losses'],
  types: { Tensor: { extends: 'jax#Tensor' } },
  activations: {},
  lossNames: {},
  entries: [
    perRow('softmax_cross_entropy', {
      takes: [prediction('logits', 'logits'), target('labels', 'distribution'), ...alongAxis],
      applies: 'softmax',
      axisOption: 'axis',
      silent: ['probabilities as logits', 'swapped arguments', noShapeCheck, vector],
    }),
    perRow('softmax_cross_entropy_with_integer_labels', {
      takes: [prediction('logits', 'logits'), target('labels', 'class-indices'), ...alongAxis],
      applies: 'softmax',
      axisOption: 'axis',
      broadcasts: false,
      silent: ['probabilities as logits', vector],
      raises: ['labels that are no integers, such as one-hot rows of floats'],
    }),
    perRow('safe_softmax_cross_entropy', {
      takes: [prediction('logits', 'logits'), target('labels', 'distribution')],
      applies: 'softmax',
      silent: ['probabilities as logits', 'swapped arguments', noShapeCheck, vector],
    }),
    perRow('poly_loss_cross_entropy', {
      takes: [prediction('logits', 'logits'), target('labels', 'distribution'), option('epsilon', 2), ...alongAxis],
      applies: 'softmax',
      axisOption: 'axis',
      weighted: true,
      silent: ['probabilities as logits', vector],
    }),
    perRow('sigmoid_binary_cross_entropy', {
      takes: [prediction('logits', 'logits'), target('labels', 'probabilities')],
      applies: 'sigmoid',
      axis: 'elementwise',
      silent: ['sigmoid outputs as logits', '[N] against [N, 1]: they are broadcast to an [N, N] matrix'],
    }),
    perRow('sigmoid_focal_loss', {
      takes: [prediction('logits', 'logits'), target('labels', 'probabilities'), option('alpha'), option('gamma', 2)],
      applies: 'sigmoid',
      axis: 'elementwise',
      weighted: true,
      silent: ['sigmoid outputs as logits'],
    }),
    divergence('kl_divergence', [target('targets', 'distribution')]),
    divergence('kl_divergence_with_log_targets', [target('log_targets', 'log-probabilities')]),
    divergence('convex_kl_divergence', [target('targets', 'distribution')]),
    perRow('sparsemax_loss', {
      takes: [prediction('logits', 'logits'), target('labels', 'probabilities')],
      applies: 'activation',
      axis: 'elementwise',
      weighted: true,
    }),
    perRow('ctc_loss', {
      takes: [
        prediction('logits', 'logits'),
        value('logit_paddings'),
        target('labels', 'class-indices'),
        value('label_paddings'),
        option('blank_id', 0),
        option('log_epsilon'),
      ],
      applies: 'softmax',
      aligns: true,
      weighted: true,
    }),
    smoothing.entry('smooth_labels', { takes: [value('labels', 'one-hot'), option('alpha')], gives: 'distribution', axis: -1 }),
  ],
}
