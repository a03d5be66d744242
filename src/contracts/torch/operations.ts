import { type Contract, call, option, value } from '../contract.js'

const pkg = 'torch'
const source = 'torch, nn/functional.py'

/** The softmax family. Without `dim` it warns and takes axis 0 for inputs of 0, 1 or 3 axes, else axis 1. */
export const operations: readonly Contract[] = [
  ...['softmax', 'nn.functional.softmax', 'special.softmax'].map((name) =>
    call(pkg, name, { takes: [value('input', 'logits'), option('dim', null)], gives: 'distribution', axisOption: 'dim', source }),
  ),
  ...['log_softmax', 'nn.functional.log_softmax', 'special.log_softmax'].map((name) =>
    call(pkg, name, { takes: [value('input', 'logits'), option('dim', null)], gives: 'log-probabilities', axisOption: 'dim', source }),
  ),
  ...['sigmoid', 'nn.functional.sigmoid', 'special.expit'].map((name) =>
    call(pkg, name, { takes: [value('input', 'logits')], gives: 'probabilities', axis: 'elementwise', source }),
  ),
  call(pkg, 'nn.functional.one_hot', {
    takes: [value('tensor', 'class-indices'), option('num_classes', -1)],
    gives: 'one-hot',
    axis: -1,
    classes: 'num_classes',
    source,
  }),
  call(pkg, 'nn.functional.gumbel_softmax', {
    takes: [value('logits', 'logits'), option('tau', 1), option('hard', false), option('eps'), option('dim', -1)],
    gives: 'distribution',
    axis: -1,
    axisOption: 'dim',
    source,
  }),
  ...layers(),
]

function layers(): Contract[] {
  const from = 'torch, nn/modules/activation.py'
  return [
    call(pkg, 'nn.Softmax', {
      takes: [option('dim', null)],
      axisOption: 'dim',
      makes: { type: 'nn.Module', gives: 'distribution' },
      source: from,
    }),
    call(pkg, 'nn.Softmax2d', { axis: -3, makes: { type: 'nn.Module', gives: 'distribution' }, source: from }),
    call(pkg, 'nn.LogSoftmax', {
      takes: [option('dim', null)],
      axisOption: 'dim',
      makes: { type: 'nn.Module', gives: 'log-probabilities' },
      source: from,
    }),
    call(pkg, 'nn.Sigmoid', { axis: 'elementwise', makes: { type: 'nn.Module', gives: 'probabilities' }, source: from }),
  ]
}
