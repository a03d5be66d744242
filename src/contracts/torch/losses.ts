import { type Contract, call } from '../contract.js'
import { option, prediction, target, value, weights } from '../parameters.js'

const pkg = 'torch'
const ignored = [option('size_average'), option('ignore_index', -100), option('reduce'), option('reduction', 'mean')]
const reduced = [option('size_average'), option('reduce'), option('reduction', 'mean')]

type Facts = Omit<Parameters<typeof call>[2], 'source'>

/** A loss in both of its forms, the function and the module. A module takes its options when it is made, input and target when it is called. */
function both(functional: string, module: string, facts: Facts): Contract[] {
  return [written(functional, facts), made(module, facts)]
}

function written(name: string, facts: Facts): Contract {
  return call(pkg, `nn.functional.${name}`, { ...facts, source: 'torch, nn/functional.py' })
}

function made(name: string, facts: Facts): Contract {
  return call(pkg, `nn.${name}`, { ...facts, criterion: true, source: 'torch, nn/modules/loss.py' })
}

const sameSize = '[N] against [N, 1]: ValueError "Target size … must be the same as input size …"'

const likelihood: Facts = {
  takes: [prediction('input', 'log-probabilities'), target('target', 'class-indices'), weights('weight'), ...ignored],
  applies: 'nothing',
  axis: 1,
  ignoreIndex: -100,
  reduction: 'mean',
  silent: [
    'probabilities: -0.5000 on the reference batch, always between -1 and 0',
    'raw scores: -1.2500 on the reference batch, without a lower bound',
    'all targets ignored: the mean is NaN',
  ],
  raises: [
    'one-hot rows: "0D or 1D target tensor expected, multi-target not supported"',
    'float or int32 class indices: "expected scalar type Long but found Float"',
  ],
}

const divergence: Facts = {
  takes: [prediction('input', 'log-probabilities'), target('target', 'distribution'), ...reduced, option('log_target', false)],
  applies: 'nothing',
  axis: 'elementwise',
  broadcasts: true,
  reduction: 'mean',
  silent: [
    'probabilities or raw scores as input: the loss can be negative',
    'log-probabilities as target without log_target: the loss is NaN',
    'swapped arguments: the loss is NaN',
    'a [N, 1] target against [N, C]: it is broadcast',
    'the default reduction: the mean over all entries, not over rows (batchmean)',
  ],
  raises: ['integer targets: "kl_div: Integral inputs not supported."'],
}

/** With `log_target` the target is wanted as a logarithm, too. */
const ofLogarithms: Facts = {
  ...divergence,
  takes: divergence.takes!.map((each) => (each.role === 'target' ? target('target', 'log-probabilities') : each)),
  silent: [
    'probabilities or raw scores as input: the loss can be negative',
    'probabilities as target: each is taken for a logarithm, 2.1695 on the reference batch where 0 is right',
  ],
}

const logarithms = (name: string): Pick<Contract, 'depends'> => ({
  depends: { option: 'log_target', on: { true: `${pkg}#${name}(log_target=True)` } },
})

/** Lengths are arguments of the call, also of the module. */
const aligned = [
  prediction('log_probs', 'log-probabilities'),
  target('targets', 'class-indices'),
  value('input_lengths'),
  value('target_lengths'),
]
const alignments = [option('blank', 0), option('reduction', 'mean'), option('zero_infinity', false)]
const alignment: Facts = {
  takes: [...aligned, ...alignments],
  applies: 'nothing',
  axis: -1,
  aligns: true,
  reduction: 'mean',
}

/** Losses of PyTorch; values are of the reference batch. */
export const losses: readonly Contract[] = [
  ...both('cross_entropy', 'CrossEntropyLoss', {
    takes: [
      prediction('input', 'logits'),
      { ...target('target', 'class-indices', 'distribution'), since: { distribution: '1.10' } },
      weights('weight'),
      ...ignored,
      option('label_smoothing', 0),
    ],
    applies: 'softmax',
    axis: 1,
    ignoreIndex: -100,
    reduction: 'mean',
    silent: [
      'probabilities as logits: 0.9505 on the reference batch, where the logits give 1.0369',
      'swapped arguments, when both are float [N, C]: 1.5426 on the reference batch',
      '[N, T, C] logits with [N, T] targets, when T equals C: the loss reads axis 1 as the classes',
      '[N, 1] logits: the loss is 0, and so is its gradient',
      'soft targets that are negative or do not sum to 1',
      'all targets ignored, or only classes of weight 0: the mean is NaN',
      'log-softmax output: the same value and the same gradient',
    ],
    raises: [
      'one-hot integers: "Expected floating point type for target with class probabilities, got Long"',
      'float or int32 class indices: "expected scalar type Long but found Float"',
      '[N, 1] class indices: "0D or 1D target tensor expected, multi-target not supported"',
      'a class index out of range: "Target 3 is out of bounds."',
      'ignore_index with soft targets: "ignore_index is not supported for floating point target"',
    ],
  }),
  ...both('nll_loss', 'NLLLoss', likelihood),
  made('NLLLoss2d', likelihood),
  ...both('binary_cross_entropy', 'BCELoss', {
    takes: [prediction('input', 'probabilities'), target('target', 'probabilities'), weights('weight'), ...reduced],
    applies: 'log',
    axis: 'elementwise',
    reduction: 'mean',
    silent: [
      'scores that happen to lie in [0, 1]',
      'swapped arguments: 33.3333 on the reference batch, where 0.4594 is right',
      'targets outside [0, 1], in 1.13; 2.6 refuses them',
      'softmax outputs against one-hot rows',
    ],
    raises: [
      'an input outside [0, 1], or NaN: "all elements of input should be between 0 and 1"',
      'integer targets: "Found dtype Long but expected Float"',
      'shapes that differ: "Using a target size … that is different to the input size …"',
    ],
  }),
  ...both('binary_cross_entropy_with_logits', 'BCEWithLogitsLoss', {
    takes: [prediction('input', 'logits'), target('target', 'probabilities'), weights('weight'), ...reduced, weights('pos_weight')],
    applies: 'sigmoid',
    axis: 'elementwise',
    reduction: 'mean',
    silent: [
      'sigmoid outputs: positives cannot fall below 0.3133, negatives not below 0.6931',
      'swapped arguments: 0.4832 on the reference batch, where 0.7791 is right',
      'targets outside [0, 1]',
    ],
    raises: [sameSize, 'integer targets: "result type Float can\'t be cast to the desired output type Long"'],
  }),
  written('kl_div', { ...divergence, ...logarithms('nn.functional.kl_div') }),
  made('KLDivLoss', { ...divergence, ...logarithms('nn.KLDivLoss') }),
  ...both('kl_div(log_target=True)', 'KLDivLoss(log_target=True)', ofLogarithms),
  ...both('multilabel_soft_margin_loss', 'MultiLabelSoftMarginLoss', {
    takes: [prediction('input', 'logits'), target('target', 'probabilities'), weights('weight'), ...reduced],
    applies: 'sigmoid',
    axis: 'elementwise',
    reduction: 'mean',
  }),
  ...both('soft_margin_loss', 'SoftMarginLoss', {
    takes: [prediction('input', 'logits'), target('target'), ...reduced],
    applies: 'sigmoid',
    axis: 'elementwise',
    broadcasts: true,
    reduction: 'mean',
    silent: [
      'targets of 0 and 1 instead of -1 and 1: 0.6325 on the reference batch, where 0.7791 is right',
      'sigmoid outputs: positives cannot fall below 0.3133',
      'a [C] target against [N, C]: it is broadcast',
    ],
    raises: ['shapes that cannot be broadcast: "The size of tensor a (3) must match the size of tensor b (5)"'],
  }),
  ...both('ctc_loss', 'CTCLoss', alignment),
]
