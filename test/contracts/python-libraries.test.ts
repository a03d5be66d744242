import { describe, expect, it } from 'vitest'
import { isPython } from '../../src/contracts/catalog.js'
import { type Contract, calledWith, isLoss, type Parameter } from '../../src/contracts/contract.js'
import { contractById, createCatalog, frameworks } from '../../src/contracts/index.js'
import { isA, type Kind } from '../../src/kinds.js'

type Fact = readonly [
  id: string,
  /** Names of prediction and target, in the order in which they are given. */
  order: string,
  /** What the prediction may be by default. */
  prediction: string,
  /** What the target may be, by whatever the options say. */
  target: string,
  axis: number | 'elementwise',
  reduction: string,
]

const smp = 'segmentation_models_pytorch#losses.'
const hf = 'transformers#loss.loss_utils.'

/**
 * Run: timm, segmentation_models_pytorch, MONAI (but for HausdorffDTLoss and DiceFocalLoss, read), kornia (but for the binary focal loss, read)
 * and torchvision on torch 2.6; tinygrad on its PYTHON device; optax with NumPy in the place of JAX (but for the sparsemax and CTC losses, read);
 * scikit-learn 1.2.1 and 1.4.2. Read in source: fastai, transformers, torchmetrics, MXNet and the binary losses of PaddlePaddle. From the
 * documentation: the other losses of PaddlePaddle, and MindSpore.
 */
const facts: readonly Fact[] = [
  ['torchvision#ops.sigmoid_focal_loss', 'inputs targets', 'logits', 'probabilities one-hot', 'elementwise', 'none'],
  ['timm#loss.LabelSmoothingCrossEntropy', 'x target', 'logits', 'class-indices', -1, 'mean'],
  ['timm#loss.SoftTargetCrossEntropy', 'x target', 'logits', 'one-hot distribution', -1, 'mean'],
  ['timm#loss.BinaryCrossEntropy', 'x target', 'logits', 'class-indices one-hot distribution', -1, 'mean'],
  ['timm#loss.JsdCrossEntropy', 'output target', 'logits', 'class-indices', 1, 'mean'],
  ['timm#loss.AsymmetricLossMultiLabel', 'x y', 'logits', 'probabilities', 'elementwise', 'sum'],
  ['timm#loss.AsymmetricLossSingleLabel', 'inputs target', 'logits', 'class-indices', -1, 'mean'],
  ...['DiceLoss', 'JaccardLoss', 'TverskyLoss', 'FocalLoss', 'LovaszLoss'].map(
    (name): Fact => [`${smp}${name}`, 'y_pred y_true', 'logits', 'class-indices probabilities', 1, 'mean'],
  ),
  [`${smp}SoftCrossEntropyLoss`, 'y_pred y_true', 'logits', 'class-indices', 1, 'mean'],
  [`${smp}SoftBCEWithLogitsLoss`, 'y_pred y_true', 'logits', 'probabilities', 'elementwise', 'mean'],
  [`${smp}MCCLoss`, 'y_pred y_true', 'probabilities', 'probabilities', 'elementwise', 'mean'],
  ...['DiceLoss', 'GeneralizedDiceLoss', 'TverskyLoss', 'HausdorffDTLoss'].map(
    (name): Fact => [`monai#losses.${name}`, 'input target', 'probabilities logits', 'one-hot class-indices', 1, 'mean'],
  ),
  ...['DiceCELoss', 'DiceFocalLoss', 'GeneralizedDiceFocalLoss', 'FocalLoss'].map(
    (name): Fact => [`monai#losses.${name}`, 'input target', 'logits', 'one-hot class-indices', 1, 'mean'],
  ),
  ...['focal_loss', 'FocalLoss'].map((name): Fact => [`kornia#losses.${name}`, 'pred target', 'logits', 'class-indices', 1, 'none']),
  ...['dice_loss', 'DiceLoss', 'tversky_loss', 'TverskyLoss', 'lovasz_softmax_loss', 'LovaszSoftmaxLoss'].map(
    (name): Fact => [`kornia#losses.${name}`, 'pred target', 'logits', 'class-indices', 1, 'mean'],
  ),
  ...['binary_focal_loss_with_logits', 'BinaryFocalLossWithLogits'].map(
    (name): Fact => [`kornia#losses.${name}`, 'pred target', 'logits', 'probabilities', 'elementwise', 'none'],
  ),
  ...['kl_div_loss_2d', 'js_div_loss_2d'].map(
    (name): Fact => [`kornia#losses.${name}`, 'pred target', 'distribution', 'distribution', 'elementwise', 'mean'],
  ),
  ['fastai#CrossEntropyLossFlat', 'inp targ', 'logits', 'class-indices', -1, 'mean'],
  ['fastai#BCEWithLogitsLossFlat', 'inp targ', 'logits', 'probabilities', 'elementwise', 'mean'],
  ['fastai#BCELossFlat', 'inp targ', 'probabilities', 'probabilities', 'elementwise', 'mean'],
  ['fastai#FocalLossFlat', 'inp targ', 'logits', 'class-indices', -1, 'mean'],
  ['fastai#LabelSmoothingCrossEntropy', 'output target', 'logits', 'class-indices', 1, 'mean'],
  ['fastai#LabelSmoothingCrossEntropyFlat', 'output target', 'logits', 'class-indices', -1, 'mean'],
  ['fastai#DiceLoss', 'pred targ', 'logits', 'class-indices', 1, 'sum'],
  ['optax#softmax_cross_entropy', 'logits labels', 'logits', 'one-hot distribution', -1, 'none'],
  ['optax#softmax_cross_entropy_with_integer_labels', 'logits labels', 'logits', 'class-indices', -1, 'none'],
  ['optax#safe_softmax_cross_entropy', 'logits labels', 'logits', 'one-hot distribution', -1, 'none'],
  ['optax#poly_loss_cross_entropy', 'logits labels', 'logits', 'one-hot distribution', -1, 'none'],
  ['optax#sigmoid_binary_cross_entropy', 'logits labels', 'logits', 'probabilities one-hot distribution', 'elementwise', 'none'],
  ['optax#sigmoid_focal_loss', 'logits labels', 'logits', 'probabilities', 'elementwise', 'none'],
  ['optax#kl_divergence', 'log_predictions targets', 'log-probabilities', 'distribution', -1, 'none'],
  ['optax#sparsemax_loss', 'logits labels', 'logits', 'probabilities', 'elementwise', 'none'],
  ['optax#ctc_loss', 'logits labels', 'logits', 'class-indices', -1, 'none'],
  ['tinygrad#Tensor.cross_entropy', 'self Y', 'logits', 'class-indices one-hot distribution', 1, 'mean'],
  ['tinygrad#Tensor.sparse_categorical_crossentropy', 'self Y', 'logits', 'class-indices', -1, 'mean'],
  ['tinygrad#Tensor.binary_crossentropy', 'self Y', 'probabilities', 'probabilities', 'elementwise', 'mean'],
  ['tinygrad#Tensor.binary_crossentropy_logits', 'self Y', 'logits', 'probabilities', 'elementwise', 'mean'],
  ['tinygrad#Tensor.nll_loss', 'self Y', 'log-probabilities', 'class-indices', 1, 'mean'],
  ...['SoftmaxCrossEntropyLoss', 'SoftmaxCELoss'].map(
    (name): Fact => [`mxnet#gluon.loss.${name}`, 'pred label', 'logits', 'class-indices one-hot distribution', -1, 'none'],
  ),
  ...['SigmoidBinaryCrossEntropyLoss', 'SigmoidBCELoss'].map(
    (name): Fact => [`mxnet#gluon.loss.${name}`, 'pred label', 'logits', 'probabilities', 'elementwise', 'none'],
  ),
  ['mxnet#gluon.loss.KLDivLoss', 'pred label', 'log-probabilities', 'distribution', -1, 'none'],
  ...['nn.functional.cross_entropy', 'nn.CrossEntropyLoss'].map(
    (name): Fact => [`paddle#${name}`, 'input label', 'logits', 'class-indices one-hot distribution', -1, 'mean'],
  ),
  ['paddle#nn.functional.softmax_with_cross_entropy', 'logits label', 'logits', 'class-indices', -1, 'none'],
  ...['nn.functional.binary_cross_entropy', 'nn.BCELoss'].map(
    (name): Fact => [`paddle#${name}`, 'input label', 'probabilities', 'probabilities', 'elementwise', 'mean'],
  ),
  ...['nn.functional.binary_cross_entropy_with_logits', 'nn.BCEWithLogitsLoss'].map(
    (name): Fact => [`paddle#${name}`, 'logit label', 'logits', 'probabilities', 'elementwise', 'mean'],
  ),
  ['mindspore#nn.CrossEntropyLoss', 'logits labels', 'logits log-probabilities', 'class-indices distribution', 1, 'mean'],
  ['mindspore#ops.cross_entropy', 'input target', 'logits log-probabilities', 'class-indices distribution', 1, 'mean'],
  ['mindspore#nn.SoftmaxCrossEntropyWithLogits', 'logits labels', 'logits', 'one-hot', -1, 'none'],
  ...['ops.binary_cross_entropy', 'nn.BCELoss'].map(
    (name): Fact => [`mindspore#${name}`, 'logits labels', 'probabilities', 'probabilities', 'elementwise', 'mean'],
  ),
  ['sklearn#metrics.log_loss', 'y_true y_pred', 'probabilities', 'class-indices', 1, 'mean'],
  [`${hf}fixed_cross_entropy`, 'source target', 'logits', 'class-indices', -1, 'mean'],
  ...['ForCausalLMLoss', 'ForMaskedLMLoss', 'ForTokenClassification'].map(
    (name): Fact => [`${hf}${name}`, 'logits labels', 'logits', 'class-indices', -1, 'mean'],
  ),
  [`${hf}ForSequenceClassificationLoss`, 'labels pooled_logits', 'logits', 'class-indices probabilities', -1, 'mean'],
  ...['functional.kl_divergence', 'KLDivergence'].map(
    (name): Fact => [`torchmetrics#${name}`, 'p q', 'distribution', 'distribution', -1, 'mean'],
  ),
]

/** What the prediction is where an option has another value than its standard, verified as the loss itself. */
const variants: readonly (readonly [id: string, option: string, given: string, prediction: Kind])[] = [
  ...['DiceLoss', 'JaccardLoss', 'TverskyLoss', 'FocalLoss'].map(
    (name) => [`${smp}${name}`, 'from_logits', 'false', 'probabilities'] as const,
  ),
  ...['DiceLoss', 'GeneralizedDiceLoss', 'TverskyLoss', 'HausdorffDTLoss'].map(
    (name) => [`monai#losses.${name}`, 'softmax', 'true', 'logits'] as const,
  ),
  ['monai#losses.FocalLoss', 'use_softmax', 'true', 'logits'],
  ['mxnet#gluon.loss.SoftmaxCrossEntropyLoss', 'from_logits', 'true', 'log-probabilities'],
  ['mxnet#gluon.loss.SigmoidBinaryCrossEntropyLoss', 'from_sigmoid', 'true', 'probabilities'],
  ['mxnet#gluon.loss.KLDivLoss', 'from_logits', 'false', 'logits'],
  ['paddle#nn.functional.cross_entropy', 'use_softmax', 'false', 'distribution'],
  ['paddle#nn.functional.softmax_with_cross_entropy', 'soft_label', 'true', 'logits'],
  ['mindspore#nn.SoftmaxCrossEntropyWithLogits', 'sparse', 'true', 'logits'],
  ['torchmetrics#functional.kl_divergence', 'log_prob', 'true', 'log-probabilities'],
]

const parameterOf = (contract: Contract, role: Parameter['role']) => contract.takes.find((each) => each.role === role)!
const isFromLogits = ({ name }: Parameter) => name === 'from_logits'
const python = frameworks.filter(isPython)

describe('losses of Python libraries', () => {
  it.each(facts)('%s takes %s', (id, order, prediction, target, axis, reduction) => {
    const contract = contractById(id)!
    const called = calledWith(contract).filter(({ role }) => role === 'prediction' || role === 'target')
    expect(called.map(({ name }) => name).join(' ')).toBe(order)
    expect([...parameterOf(contract, 'prediction').wants].sort()).toEqual(prediction.split(' ').sort())
    const { wants } = parameterOf(contract, 'target')
    for (const kind of target.split(' ') as Kind[])
      expect(wants.length === 0 || wants.some((wanted) => isA(kind, wanted)), `${id} takes ${kind}`).toBe(true)
    expect(contract).toMatchObject({ axis, reduction })
  })

  it.each(variants)('%s with %s %s', (id, option, given, prediction) => {
    const { depends } = contractById(id)!
    expect(depends?.option).toBe(option)
    expect(parameterOf(contractById(depends!.on[given]!)!, 'prediction').wants).toEqual([prediction])
  })

  it('from_logits means scores in segmentation_models_pytorch, by default, and log-probabilities in MXNet', () => {
    const option = (id: string) => contractById(id)!.takes.find(({ name }) => name === 'from_logits')?.default
    for (const name of ['DiceLoss', 'JaccardLoss', 'TverskyLoss', 'FocalLoss', 'LovaszLoss']) expect(option(`${smp}${name}`)).toBe(true)
    expect(option('mxnet#gluon.loss.SoftmaxCrossEntropyLoss')).toBe(false)
    expect(option('mxnet#gluon.loss.KLDivLoss')).toBe(true)
  })

  it('from_logits chooses a contract wherever it is an option, but for the Lovász loss, which never reads it', () => {
    const having = python.flatMap(({ entries }) => entries).filter(({ name, takes }) => !name.includes('(') && takes.some(isFromLogits))
    expect(having.filter(({ depends }) => depends?.option !== 'from_logits').map(({ id }) => id)).toEqual([`${smp}LovaszLoss`])
  })

  it('has a fact for every loss, but for those that only an option leads to and the divergences that are like another', () => {
    const like = ['optax#kl_divergence_with_log_targets', 'optax#convex_kl_divergence', 'fastai#FocalLoss']
    const known = new Set([...facts.map(([id]) => id), ...like])
    const own = new Set(facts.map(([id]) => id.slice(0, id.indexOf('#'))))
    const others = python.filter(({ package: pkg }) => own.has(pkg)).flatMap(({ entries }) => entries.filter(isLoss))
    expect(others.map(({ id }) => id).filter((id) => !id.includes('(') && !known.has(id))).toEqual([])
  })

  it('an option that is given by name has the name that the library gives it', () => {
    for (const { takes } of python.flatMap(({ entries }) => entries)) for (const { name } of takes) expect(name).toMatch(/^[A-Za-z_]\w*$/)
  })
})

describe('types of other libraries', () => {
  const { method, runs } = createCatalog([])

  it('are extended where values or modules are theirs', () => {
    expect(method('flax', 'Tensor', 'reshape')?.id).toBe('jax#Tensor.reshape')
    expect(method('optax', 'Tensor', 'mean')?.id).toBe('jax#numpy.mean')
    expect(method('timm', 'Tensor', 'softmax')?.id).toBe('torch#softmax')
    expect(method('sklearn', 'Tensor', 'argmax')?.id).toBe('numpy#argmax')
    expect(method('flax', 'Tensor', 'noSuchMethod')).toBeUndefined()
  })

  it('are those of losses that are made, which move between devices', () => {
    for (const id of ['monai#losses.DiceLoss', `${smp}DiceLoss(from_logits=False)`, 'kornia#losses.FocalLoss', 'timm#loss.JsdCrossEntropy'])
      expect(method(...(id.split('#') as [string, string]), 'cuda')?.id).toBe('torch#nn.Module.cuda')
    expect(method('fastai', 'CrossEntropyLossFlat', 'to')?.id).toBe('torch#nn.Module.to')
    expect(method('torchmetrics', 'KLDivergence', 'to')?.id).toBe('torch#nn.Module.to')
  })

  it('tell what applying a module runs', () => {
    expect(runs('pytorch_lightning', 'LightningModule')).toBe('forward')
    expect(runs('flax', 'linen.Sequential')).toBe('__call__')
    expect(runs('sklearn', 'Classifier')).toBeUndefined()
  })
})
