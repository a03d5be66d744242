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

const isTfjs = (contract: Contract): boolean => contract.package === '@tensorflow/tfjs'
const isTorch = (contract: Contract): boolean => contract.package === 'torch'

const collisions: readonly Collision[] = [
  { concerns: isTfjs, text: 'The target comes first, as in TensorFlow and Keras; PyTorch, optax and tinygrad take the prediction first.' },
  {
    concerns: isTorch,
    text: 'The input comes first, as in optax and tinygrad; TensorFlow, Keras and TensorFlow.js take the target first.',
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
    concerns: ids('@tensorflow/tfjs#compile.sparseCategoricalCrossentropy'),
    text: 'Of the same name, `sparse_categorical_crossentropy` takes probabilities in Keras, but logits in tinygrad and jsgrad.',
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
    concerns: ids('@tensorflow/tfjs#compile.kullbackLeiblerDivergence'),
    text: 'Keras and TensorFlow.js want probabilities on both sides, target first; `torch.nn.functional.kl_div` wants log-probabilities first, then probabilities.',
  },
  {
    concerns: ids('torch#nn.functional.kl_div', 'torch#nn.KLDivLoss'),
    text: 'PyTorch wants log-probabilities first, then probabilities; Keras and TensorFlow.js want probabilities on both sides, target first.',
  },
  {
    concerns: ids('torch#nn.functional.cross_entropy', 'torch#nn.CrossEntropyLoss', 'torch#nn.functional.nll_loss', 'torch#nn.NLLLoss'),
    text: 'The class axis is 1, so sequences are [N, C, T]; in TensorFlow, Keras, TensorFlow.js, optax and Paddle it is the last.',
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
