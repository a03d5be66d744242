import type * as Tfjs from '@tensorflow/tfjs'

type Tf = typeof Tfjs
type Batch = Tfjs.Tensor[]

/** A run with one fault, and its repaired twin. Each makes the arguments of one call; `seed` differs from call to call. */
export interface Fault {
  rule: string
  /** The loss, by the name that `diagnose` takes; tfjs's own losses are really computed. */
  contract: string
  wrong: (tf: Tf, seed: number) => Batch
  right: (tf: Tf, seed: number) => Batch
  /** What a loss that tfjs does not have returns in its n-th call; something about 1.7 when left out. */
  value?: { wrong: (n: number) => number; right: (n: number) => number }
  /** Calls that the rule asks for; ten when left out. */
  steps?: number
}

const [rows, classes] = [32, 10]
const softmaxLoss = 'tf.losses.softmaxCrossEntropy'
const logits = (tf: Tf, seed: number, shape: number[] = [rows, classes]) => tf.randomNormal(shape, 0, 2, 'float32', seed)
const indices = (tf: Tf, seed: number) => tf.randomUniform([rows], 0, classes, 'float32', seed).floor().toInt()
const oneHot = (tf: Tf, seed: number) => tf.oneHot(indices(tf, seed), classes).toFloat()
const binary = (tf: Tf, seed: number) => tf.randomUniform([rows, 1], 0, 1, 'float32', seed).round()
const softmax = (tf: Tf, seed: number) => tf.softmax(logits(tf, seed) as Tfjs.Tensor2D)

const around = (n: number) => 1.7 + 0.05 * Math.sin(n)

/** One fault for each rule that numbers alone can show. */
export const faults: readonly Fault[] = [
  {
    rule: 'swapped-arguments',
    contract: softmaxLoss,
    wrong: (tf, seed) => [logits(tf, seed), oneHot(tf, seed)],
    right: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
  },
  {
    rule: 'single-class-softmax',
    contract: softmaxLoss,
    wrong: (tf, seed) => [binary(tf, seed), logits(tf, seed, [rows, 1])],
    right: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
  },
  {
    rule: 'wrong-class-axis',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed, [4, 8, classes]), indices(tf, seed).reshape([4, 8])],
    right: (tf, seed) => [logits(tf, seed, [4, classes, 8]), indices(tf, seed).reshape([4, 8])],
  },
  {
    rule: 'shape-mismatch',
    contract: 'F.binary_cross_entropy_with_logits',
    wrong: (tf, seed) => [logits(tf, seed, [rows]), binary(tf, seed)],
    right: (tf, seed) => [logits(tf, seed, [rows, 1]), binary(tf, seed)],
  },
  {
    rule: 'loss-at-floor',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [tf.randomUniform([2, 3], 0.2, 0.9, 'float32', seed), tf.tensor1d([0, 1], 'int32')],
    right: (tf, seed) => [tf.randomUniform([2, 3], 0.2, 0.9, 'float32', seed), tf.tensor1d([0, 1], 'int32')],
    value: { wrong: (n) => Math.log(1 + 2 / Math.E) + 0.01 * n, right: (n) => 1.09 - 0.01 * n },
  },
  {
    rule: 'non-finite-input',
    contract: softmaxLoss,
    wrong: (tf, seed) => [oneHot(tf, seed), logits(tf, seed).log()],
    right: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
  },
  {
    rule: 'wrong-softmax-axis',
    contract: 'categoricalCrossentropy',
    wrong: (tf, seed) => [oneHot(tf, seed), tf.softmax(logits(tf, seed, [classes, rows]) as Tfjs.Tensor2D).transpose()],
    right: (tf, seed) => [oneHot(tf, seed), softmax(tf, seed)],
  },
  {
    rule: 'probabilities-as-logits',
    contract: softmaxLoss,
    wrong: (tf, seed) => [oneHot(tf, seed), softmax(tf, seed)],
    right: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
  },
  {
    rule: 'log-probabilities-as-logits',
    contract: softmaxLoss,
    wrong: (tf, seed) => [oneHot(tf, seed), tf.logSoftmax(logits(tf, seed))],
    right: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
  },
  {
    rule: 'logits-as-probabilities',
    contract: 'categoricalCrossentropy',
    wrong: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
    right: (tf, seed) => [oneHot(tf, seed), softmax(tf, seed)],
  },
  {
    rule: 'logits-as-log-probabilities',
    contract: 'F.nll_loss',
    wrong: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    right: (tf, seed) => [tf.logSoftmax(logits(tf, seed)), indices(tf, seed)],
  },
  {
    rule: 'probabilities-as-log-probabilities',
    contract: 'F.nll_loss',
    wrong: (tf, seed) => [softmax(tf, seed), indices(tf, seed)],
    right: (tf, seed) => [tf.logSoftmax(logits(tf, seed)), indices(tf, seed)],
  },
  {
    rule: 'log-probabilities-as-probabilities',
    contract: 'categoricalCrossentropy',
    wrong: (tf, seed) => [oneHot(tf, seed), tf.logSoftmax(logits(tf, seed))],
    right: (tf, seed) => [oneHot(tf, seed), softmax(tf, seed)],
  },
  {
    rule: 'probabilities-as-distribution',
    contract: 'categoricalCrossentropy',
    wrong: (tf, seed) => [oneHot(tf, seed), tf.sigmoid(logits(tf, seed))],
    right: (tf, seed) => [oneHot(tf, seed), softmax(tf, seed)],
  },
  {
    rule: 'distribution-as-binary',
    contract: 'tf.losses.logLoss',
    wrong: (tf, seed) => [oneHot(tf, seed), softmax(tf, seed)],
    right: (tf, seed) => [oneHot(tf, seed), tf.sigmoid(logits(tf, seed))],
  },
  {
    rule: 'target-ignored',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed), tf.fill([rows], -100, 'int32')],
    right: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
  },
  {
    rule: 'indices-as-one-hot',
    contract: softmaxLoss,
    wrong: (tf, seed) => [indices(tf, seed), logits(tf, seed)],
    right: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
  },
  {
    rule: 'one-hot-as-indices',
    contract: 'F.nll_loss',
    wrong: (tf, seed) => [tf.logSoftmax(logits(tf, seed)), oneHot(tf, seed)],
    right: (tf, seed) => [tf.logSoftmax(logits(tf, seed)), indices(tf, seed)],
  },
  {
    rule: 'target-out-of-range',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed), indices(tf, seed).add(tf.scalar(1, 'int32'))],
    right: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
  },
  {
    rule: 'target-not-distribution',
    contract: softmaxLoss,
    wrong: (tf, seed) => [oneHot(tf, seed).maximum(oneHot(tf, seed + 100)), logits(tf, seed)],
    right: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
  },
  {
    rule: 'target-not-binary',
    contract: 'tf.losses.sigmoidCrossEntropy',
    wrong: (tf, seed) => [binary(tf, seed).mul(2).sub(1), logits(tf, seed, [rows, 1])],
    right: (tf, seed) => [binary(tf, seed), logits(tf, seed, [rows, 1])],
  },
  {
    rule: 'bad-option',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed), indices(tf, seed), tf.ones([classes - 1])],
    right: (tf, seed) => [logits(tf, seed), indices(tf, seed), tf.ones([classes])],
  },
  {
    rule: 'saturated-logits',
    contract: softmaxLoss,
    wrong: (tf, seed) => [
      oneHot(tf, seed),
      oneHot(tf, seed + 100)
        .mul(300)
        .add(logits(tf, seed)),
    ],
    right: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
  },
  {
    rule: 'constant-prediction',
    contract: softmaxLoss,
    wrong: (tf, seed) => [oneHot(tf, seed), logits(tf, 1, [1, classes]).add(tf.zeros([rows, 1]))],
    right: (tf, seed) => [oneHot(tf, seed), logits(tf, seed)],
  },
  {
    rule: 'negative-loss',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    right: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    value: { wrong: (n) => -0.5 - 0.01 * n, right: around },
  },
  {
    rule: 'zero-loss',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    right: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    value: { wrong: () => 0, right: around },
  },
  {
    rule: 'constant-loss',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    right: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    value: { wrong: () => 1.7, right: around },
  },
  {
    rule: 'non-finite-loss',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    right: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    value: { wrong: () => Number.NaN, right: around },
  },
  {
    rule: 'loss-at-chance',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    right: (tf, seed) => [logits(tf, seed), indices(tf, seed)],
    value: { wrong: (n) => Math.log(classes) + 0.001 * (n % 5), right: (n) => Math.log(classes) * 0.97 ** n },
    // Fewer show nothing: a sound model begins there, too.
    steps: 40,
  },
  {
    rule: 'class-never-seen',
    contract: 'F.cross_entropy',
    wrong: (tf, seed) => [logits(tf, seed, [rows, 3]), indices(tf, seed).mod(tf.scalar(2, 'int32')).toInt()],
    right: (tf, seed) => [logits(tf, seed, [rows, 3]), indices(tf, seed).mod(tf.scalar(3, 'int32')).toInt()],
  },
]

type Loss = (...args: Tfjs.Tensor[]) => Tfjs.Tensor

/** The loss that a fault is made with: tfjs's own, or one that returns the value it is told to. */
export function lossOf(tf: Tf, { contract, value }: Fault, twin: 'wrong' | 'right'): Loss {
  const own = contract.startsWith('tf.losses.')
    ? (tf.losses as unknown as Record<string, Loss>)[contract.slice('tf.losses.'.length)]
    : undefined
  let calls = 0
  return own ?? (() => tf.scalar((value?.[twin] ?? around)(calls++)))
}
