import type { Contract } from './contract.js'

/** A name that means something else in another library, and the contracts whose reader should know. */
interface Collision {
  concerns: (contract: Contract) => boolean
  text: string
}

const ids =
  (...wanted: string[]) =>
  (contract: Contract): boolean =>
    wanted.includes(contract.id)

const from =
  (...packages: string[]) =>
  (contract: Contract): boolean =>
    packages.includes(contract.package)

const named =
  (pattern: RegExp) =>
  (contract: Contract): boolean =>
    pattern.test(contract.name)

const crossEntropies = named(/(?:^|\.)(?:cross_?entropy(?:loss)?(?:_categorical|_softmax)?|softmax(?:crossentropy(?:cost)?|ce|loss))$/i)

const collisions: readonly Collision[] = [
  {
    concerns: () => true,
    text:
      'The target comes first in TensorFlow, Keras, TensorFlow.js, shumai, synaptic, neataptic and the metrics of deepbox and scikitjs; the ' +
      'prediction in PyTorch, optax, tinygrad, jsgrad, js-pytorch, node-mlx, dannjs, GradiatorJS and the losses of deepbox.',
  },
  {
    concerns: crossEntropies,
    text:
      'Under this name PyTorch, js-pytorch, deepbox, node-mlx, jsgrad, propel and deeplearn.js take logits and apply softmax themselves; ' +
      'shumai, netsaur, synaptic, neataptic and the categorical loss of GradiatorJS take probabilities.',
  },
  {
    concerns: from('deeplearn'),
    text: '`losses.softmaxCrossEntropy` takes the target first, `Graph.softmaxCrossEntropyCost` the prediction.',
  },
  {
    concerns: ids('deepbox#logLoss', 'deepbox#binaryCrossEntropyLoss'),
    text: 'Within deepbox the loss `binaryCrossEntropyLoss` takes the prediction first, the metric `logLoss` the target.',
  },
  {
    concerns: ids('propel#Tensor.softmaxCE', 'propel#Tensor.softmaxLoss'),
    text: 'Class indices are for `softmaxLoss` only; `softmaxCE` wants one-hot rows, and gives one value a row.',
  },
  {
    concerns: named(/(?:^|\.)(?:cross_entropy|crossEntropy(?:Loss)?|CrossEntropyLoss)$/),
    text:
      'Class indices are refused by `Tensor.cross_entropy` of jsgrad, and one-hot rows by the CrossEntropyLoss of js-pytorch; PyTorch, deepbox ' +
      'and node-mlx take both.',
  },
  {
    concerns: ids('@tensorflow/tfjs#losses.softmaxCrossEntropy', '@tensorflow/tfjs#compile.categoricalCrossentropy'),
    text:
      "`compile({ loss: 'softmaxCrossEntropy' })` throws with the hint to use 'categoricalCrossentropy', which is another contract: the function " +
      '`tf.losses.softmaxCrossEntropy` wants logits, the string wants the output of softmax.',
  },
  {
    concerns: ids('@tensorflow/tfjs#metrics.categoricalCrossentropy', '@tensorflow/tfjs#metrics.binaryCrossentropy'),
    text: 'A third argument `fromLogits` does nothing here; in Keras for Python `from_logits=True` means raw scores, in MXNet Gluon log-probabilities.',
  },
  {
    concerns: named(/sparse_?categorical_?crossentropy$/i),
    text: 'Of the same name, `sparse_categorical_crossentropy` takes probabilities in Keras and TensorFlow.js, but logits in tinygrad and jsgrad.',
  },
  {
    concerns: ids(
      '@tensorflow/tfjs#losses.logLoss',
      '@tensorflow/tfjs#losses.softmaxCrossEntropy',
      '@tensorflow/tfjs#losses.sigmoidCrossEntropy',
    ),
    text: 'The third argument is weights; the fourth is labelSmoothing in softmaxCrossEntropy and sigmoidCrossEntropy, but epsilon in logLoss.',
  },
  {
    concerns: named(/(?:^|\.)(?:binaryCrossEntropy(?:\(.*\))?|binary_?crossentropy(?:_logits)?|binaryCrossEntropyLoss)$/),
    text:
      '`binaryCrossEntropy` of node-mlx takes logits unless `withLogits` is false; losses of that name elsewhere take probabilities, ' +
      'and have a second one for logits.',
  },
  {
    concerns: named(/(?:kl_?div(?:loss)?|kullbackLeiblerDivergence)$/i),
    text:
      'PyTorch, optax and deepbox want log-probabilities first, then probabilities; node-mlx wants log-probabilities on both sides; Keras and ' +
      'TensorFlow.js want probabilities on both sides, target first.',
  },
  {
    concerns: (contract) => contract.axis === 1,
    text: 'In PyTorch and deepbox the class axis is 1, so sequences are [N, C, T]; in TensorFlow, Keras, TensorFlow.js, optax, node-mlx and Paddle it is the last.',
  },
  {
    concerns: from('@frost-beta/mlx'),
    text: 'The default reduction of node-mlx is none for crossEntropy, nllLoss and klDivLoss, and the mean for binaryCrossEntropy.',
  },
  {
    concerns: ids('torch#nn.functional.ctc_loss', 'torch#nn.CTCLoss'),
    text: 'PyTorch takes log-probabilities; the function of the same name in optax takes logits.',
  },
]

/** What a reader of the contract may confuse it with, one sentence or two each. */
export function collisionsOf(contract: Contract): readonly string[] {
  return collisions.filter((each) => each.concerns(contract)).map((each) => each.text)
}
