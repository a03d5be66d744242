import { type Contract, call } from '../contract.js'
import { option, prediction, required, target, value, weights } from '../parameters.js'

const pkg = 'tensorflow'
const nn = 'tensorflow, python/ops/nn_ops.py'
const v1 = 'tensorflow 1.15.0, python/ops/losses/losses_impl.py'
const contrib = 'tensorflow 1.15.0, contrib/losses/python/losses/loss_ops.py'

const name = option('name')
const ending = [option('scope'), option('loss_collection'), option('reduction')]
const keywords = 'positional arguments, in TensorFlow 1: "Only call `…` with named arguments (labels=..., logits=..., ...)"'
const again = (activation: string) => `${activation} outputs as logits: the ${activation} is applied to them again`

type Facts = Partial<Contract>

const softmax: Facts = { applies: 'softmax', axis: -1 }
const sigmoid: Facts = { applies: 'sigmoid', axis: 'elementwise' }

const withLogits = (text: string, facts: Facts): Contract => call(pkg, `nn.${text}`, { takes: [], reduction: 'none', source: nn, ...facts })

/** Losses of TensorFlow's own modules: target first, class axis last. Those of `contrib`, which ended with TensorFlow 1, take the prediction first. */
export const losses: readonly Contract[] = [
  ...['softmax_cross_entropy_with_logits', 'softmax_cross_entropy_with_logits_v2'].map((each) =>
    withLogits(each, {
      ...softmax,
      takes: [target('labels', 'distribution'), prediction('logits', 'logits'), option('axis', -1), name],
      axisOption: 'axis',
      silent: [again('softmax'), 'swapped arguments, when both are [N, C]', 'labels whose rows do not sum to 1'],
      raises: [keywords],
    }),
  ),
  withLogits('sparse_softmax_cross_entropy_with_logits', {
    ...softmax,
    takes: [target('labels', 'class-indices'), prediction('logits', 'logits'), name],
    silent: [again('softmax'), 'a label out of range: on a GPU the loss is NaN, on a CPU it raises'],
    raises: [
      'one-hot labels: "Rank mismatch: Rank of labels (received …) should equal rank of logits minus 1 (received …)."',
      'shapes that differ: "Shape mismatch: The shape of labels … should equal the shape of logits except for the last dimension"',
      keywords,
    ],
  }),
  withLogits('sigmoid_cross_entropy_with_logits', {
    ...sigmoid,
    takes: [target('labels', 'probabilities'), prediction('logits', 'logits'), name],
    silent: [again('sigmoid'), 'swapped arguments', 'labels outside [0, 1]'],
    raises: ['shapes that differ: "logits and labels must have the same shape"', keywords],
    source: 'tensorflow, python/ops/nn_impl.py',
  }),
  withLogits('weighted_cross_entropy_with_logits', {
    ...sigmoid,
    takes: [target('labels', 'probabilities'), prediction('logits', 'logits'), required(weights('pos_weight')), name],
    weighted: true,
    silent: [again('sigmoid'), 'labels outside [0, 1]'],
    raises: ['shapes that differ: "logits and labels must have the same shape"'],
    source: 'tensorflow, python/ops/nn_impl.py',
  }),
  withLogits('ctc_loss', {
    ...softmax,
    aligns: true,
    takes: [
      target('labels', 'class-indices'),
      prediction('logits', 'logits'),
      value('label_length'),
      value('logit_length'),
      option('logits_time_major', true),
      option('unique'),
      option('blank_index'),
      name,
    ],
    source: 'tensorflow, python/ops/ctc_ops.py',
  }),
  ...firstVersion(),
  ...contributed(),
]

function firstVersion(): Contract[] {
  const loss = (text: string, facts: Facts) => call(pkg, `losses.${text}`, { takes: [], reduction: 'mean', source: v1, ...facts })
  const smoothed = [weights('weights'), option('label_smoothing', 0), ...ending]
  return [
    loss('softmax_cross_entropy', {
      ...softmax,
      takes: [target('onehot_labels', 'distribution'), prediction('logits', 'logits'), ...smoothed],
      silent: [
        again('softmax'),
        'swapped arguments, when both are [N, C]',
        'label smoothing in the third place: it is taken as weights, so the loss is scaled by it',
        'label smoothing of labels with more than two axes: it divides by the size of axis 1 instead of the class count',
      ],
    }),
    loss('sparse_softmax_cross_entropy', {
      ...softmax,
      takes: [target('labels', 'class-indices'), prediction('logits', 'logits'), weights('weights'), ...ending],
      silent: [again('softmax')],
    }),
    loss('sigmoid_cross_entropy', {
      ...sigmoid,
      takes: [target('multi_class_labels', 'probabilities'), prediction('logits', 'logits'), ...smoothed],
      silent: [again('sigmoid'), 'swapped arguments', 'labels outside [0, 1]'],
    }),
    loss('log_loss', {
      takes: [
        target('labels', 'probabilities'),
        prediction('predictions', 'probabilities'),
        weights('weights'),
        option('epsilon', 1e-7),
        ...ending,
      ],
      applies: 'log',
      axis: 'elementwise',
      silent: ['logits outside [0, 1]: the loss is NaN', 'label smoothing in the fourth place: it is taken as epsilon'],
    }),
  ]
}

function contributed(): Contract[] {
  const loss = (text: string, facts: Facts) =>
    call(pkg, `contrib.losses.${text}`, { takes: [], reduction: 'mean', silent: ['swapped arguments'], source: contrib, ...facts })
  const logits = prediction('logits', 'logits')
  const scope = option('scope')
  const smoothed = [weights('weights'), option('label_smoothing', 0), scope]
  return [
    loss('softmax_cross_entropy', { ...softmax, takes: [logits, target('onehot_labels', 'distribution'), ...smoothed] }),
    loss('sparse_softmax_cross_entropy', {
      ...softmax,
      takes: [logits, target('labels', 'class-indices'), weights('weights'), scope],
    }),
    loss('sigmoid_cross_entropy', { ...sigmoid, takes: [logits, target('multi_class_labels', 'probabilities'), ...smoothed] }),
    loss('log_loss', {
      takes: [
        prediction('predictions', 'probabilities'),
        target('labels', 'probabilities'),
        weights('weights'),
        option('epsilon', 1e-7),
        scope,
      ],
      applies: 'log',
      axis: 'elementwise',
    }),
    call(pkg, 'contrib.seq2seq.sequence_loss', {
      ...softmax,
      takes: [
        logits,
        target('targets', 'class-indices'),
        required(weights('weights')),
        option('average_across_timesteps', true),
        option('average_across_batch', true),
      ],
      reduction: 'mean',
      source: 'tensorflow 1.15.0, contrib/seq2seq/python/ops/loss.py',
    }),
  ]
}
