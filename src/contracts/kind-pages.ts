import type { Kind } from '../kinds.js'

interface KindPage {
  what: string
  /** Two rows over three classes, or two values. */
  example: string
  proved: string
  refuted: string
  supported: string
  /** What may stand where this kind is wanted, and where this kind may stand. */
  below: string
}

/** What `explain` says of each kind. */
export const kindPages: Readonly<Record<Kind, KindPage>> = {
  logits: {
    what: 'Raw scores: any real numbers, one a class. Softmax turns them into a distribution, the sigmoid into probabilities.',
    example: '[[1, 3, -1], [-0.5, 0.8, 0.3]]',
    proved: 'the last layer has no activation; the value is a matrix product',
    refuted: 'never: any row of real numbers can be logits',
    supported: 'entries lie below 0 and above 1',
    below: 'Log-probabilities are acceptable where logits are wanted: log-softmax of log-probabilities is the same row.',
  },
  'log-probabilities': {
    what: 'Logarithms of a distribution: at most 0, and their exponentials sum to 1 along the class axis.',
    example: '[[-2.3026, -0.3567, -1.6094], [-1.2040, -0.9163, -1.2040]]',
    proved: 'the value is a `logSoftmax`, or the logarithm of a distribution',
    refuted: "an entry is above 0, or a row's log-sum-exp is not 0",
    supported: 'no entry is above 0 and every log-sum-exp is 0',
    below: 'Acceptable where logits are wanted, and nowhere else.',
  },
  probabilities: {
    what: 'Numbers in [0, 1], each on its own: what independent sigmoids give. Rows need not sum to 1.',
    example: '[[0.9, 0.8, 0.1], [0.2, 0.6, 0.7]]',
    proved: 'the value is a `sigmoid`, or the exponential of log-probabilities',
    refuted: 'an entry is outside [0, 1]',
    supported: 'all entries are inside',
    below:
      'A distribution, and so one-hot rows too, is acceptable where probabilities are wanted; probabilities are not where a distribution is wanted.',
  },
  distribution: {
    what: 'Probabilities that sum to 1 along the class axis: what softmax gives, and what soft targets are.',
    example: '[[0.1, 0.7, 0.2], [0.3, 0.4, 0.3]]',
    proved: 'the value is a `softmax`',
    refuted: 'an entry is outside [0, 1], or a row does not sum to 1',
    supported: 'all rows sum to 1 within the tolerance of the dtype',
    below: 'One-hot rows are acceptable where a distribution is wanted; a distribution is where probabilities are.',
  },
  'one-hot': {
    what: 'Rows of zeros with a single 1, at the class.',
    example: '[[0, 1, 0], [1, 0, 0]]',
    proved: 'the value is a `oneHot`',
    refuted: 'an entry is neither 0 nor 1, or a row does not hold exactly one 1',
    supported: 'every row is zeros with a single 1',
    below: 'Acceptable where a distribution or probabilities are wanted; not where class indices are.',
  },
  'class-indices': {
    what: 'Integers from 0 to C - 1, one a row: the number of the class. The tensor has one axis less than the prediction.',
    example: '[1, 0]',
    proved: 'the value is an `argMax`, or integer labels written in the source',
    refuted: 'a value has a fraction, is negative (but for the ignore index), or is at least C',
    supported: 'all values are integers, and there is one axis less than in the prediction',
    below: 'Acceptable only where class indices are wanted.',
  },
}
