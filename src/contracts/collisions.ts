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

const crossEntropies = named(/(?:^|\.)(?:cross_?entropy(?:loss)?(?:_categorical|_softmax)?|softmax_?(?:cross_?entropy(?:cost)?|ce|loss))$/i)

/** Packages of which some losses do not average. */
const reducing = ['optax', 'mxnet', 'torchvision', 'kornia', 'mindspore', 'timm', 'fastai']

const collisions: readonly Collision[] = [
  {
    concerns: () => true,
    text:
      'The target comes first in TensorFlow, Keras, TensorFlow.js, shumai, synaptic, neataptic, torchmetrics and the metrics of deepbox, ' +
      'scikitjs and scikit-learn; the prediction in PyTorch and the other libraries over it, optax, tinygrad, jsgrad, js-pytorch, node-mlx, ' +
      'MXNet, PaddlePaddle, MindSpore, dannjs, GradiatorJS and the losses of deepbox.',
  },
  {
    concerns: crossEntropies,
    text:
      'Under this name PyTorch, js-pytorch, deepbox, node-mlx, tinygrad, jsgrad, propel, deeplearn.js, optax, MindSpore and, unless ' +
      '`use_softmax` is false, PaddlePaddle take logits and apply softmax themselves; ' +
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
      'Class indices are refused by `Tensor.cross_entropy` of jsgrad, and one-hot rows by the CrossEntropyLoss of js-pytorch; PyTorch, deepbox, ' +
      'node-mlx, tinygrad and MindSpore take both, and PaddlePaddle takes rows where `soft_label` is true.',
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
    concerns: ({ takes }) => takes.some(({ name }) => name === 'from_logits'),
    text:
      '`from_logits=True` means raw scores in Keras, where it has to be given, and in segmentation_models_pytorch, where it is the default; ' +
      'in MXNet Gluon it means log-probabilities, which is the default of KLDivLoss alone.',
  },
  {
    concerns: named(/sparse_?categorical_?crossentropy(?:\(.*\))?$/i),
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
    concerns: named(/(?:kl_?div(?:loss|ergence|_loss_2d)?(?:\(.*\))?|kullback_?Leibler_?Divergence|kld)$/i),
    text:
      'PyTorch, optax, MXNet and deepbox want log-probabilities first, then probabilities; node-mlx wants log-probabilities on both sides; ' +
      'kornia wants probabilities on both sides; so do Keras, TensorFlow.js and torchmetrics, target first.',
  },
  {
    concerns: named(/^(?:losses\.(?:Sparse)?Categorical|losses\.Binary)Crossentropy(?:\(.*\))?$/),
    text:
      'The second option of the class is label_smoothing in CategoricalCrossentropy and BinaryCrossentropy, but ignore_class in ' +
      'SparseCategoricalCrossentropy; in PyTorch and TensorFlow.js the third argument is weights, in the functions of Keras from_logits.',
  },
  {
    concerns: named(/CategoricalGeneralizedCrossEntropy$|categorical_generalized_cross_entropy$/),
    text: 'It takes class indices, though every other loss of Keras that is called categorical takes one-hot rows.',
  },
  {
    concerns: named(/^nn\.softmax_cross_entropy_with_logits(?:_v2)?$/),
    text: '`optax.softmax_cross_entropy` is its mirror image: it takes the logits first.',
  },
  {
    concerns: (contract) => contract.package === 'tensorflow' && /losses\.(?:\w+_cross_entropy|log_loss)$/.test(contract.name),
    text: '`tf.losses` and `tf.contrib.losses` of TensorFlow 1 have functions of the same names: the target comes first in the one, the prediction in the other.',
  },
  {
    concerns: (contract) => contract.axis === 1,
    text:
      'In PyTorch, most libraries over it, MindSpore, deepbox, shumai and the `cross_entropy` of tinygrad and jsgrad the class axis is 1, so ' +
      'sequences are [N, C, T]; in TensorFlow, Keras, TensorFlow.js, optax, node-mlx, MXNet, PaddlePaddle and timm it is the last.',
  },
  {
    concerns: from('@frost-beta/mlx'),
    text: 'The default reduction of node-mlx is none for crossEntropy, nllLoss and klDivLoss, and the mean for binaryCrossEntropy.',
  },
  {
    concerns: named(/(?:^|\.)ctc(?:_?loss|_batch_cost)?$/i),
    text: 'PyTorch takes log-probabilities; functions of the same name in optax, TensorFlow and Keras take logits, `ctc_batch_cost` of Keras a distribution.',
  },
  {
    concerns: from('optax'),
    text: '`optax.softmax_cross_entropy(logits, labels)` and `tf.nn.softmax_cross_entropy_with_logits(labels, logits)` are mirror images.',
  },
  {
    concerns: ({ package: pkg, reduction }) => reduction !== 'mean' && reducing.includes(pkg),
    text:
      'The mean is not the default of optax, MXNet, the focal losses of torchvision and kornia, and SoftmaxCrossEntropyWithLogits of MindSpore, ' +
      'which give one value a row or an entry; the multi-label loss of timm and the Dice loss of fastai give the sum.',
  },
  {
    concerns: from('optax', 'tinygrad', '@jsgrad/jsgrad'),
    text: 'What follows prediction and target is the class weights in PyTorch, the axis in optax, the reduction or the ignore index in tinygrad and jsgrad.',
  },
  {
    concerns: ids('mindspore#ops.binary_cross_entropy', 'mindspore#nn.BCELoss'),
    text: 'A parameter that is named `logits` wants probabilities here.',
  },
  {
    concerns: ids('transformers#loss.loss_utils.ForSequenceClassificationLoss'),
    text: 'The labels come first here, and the logits in the other losses of the module.',
  },
  {
    concerns: from('monai'),
    text:
      'Without options DiceLoss and its like take probabilities; DiceCELoss and FocalLoss take logits whatever the options are, and the ' +
      'options of DiceCELoss concern its Dice half alone.',
  },
  {
    concerns: named(/(?:^|\.)(?:sigmoid_)?Focal_?Loss(?:\(.*\))?$/i),
    text:
      'The focal losses of segmentation_models_pytorch, torchvision and, unless `use_softmax` is true, MONAI apply a sigmoid to each channel; ' +
      'those of kornia and fastai apply softmax.',
  },
]

/** What a reader of the contract may confuse it with, one sentence or two each. */
export function collisionsOf(contract: Contract): readonly string[] {
  return collisions.filter((each) => each.concerns(contract)).map((each) => each.text)
}
