import type { Contract } from '../contract.js'
import { option, prediction, target, weights } from '../parameters.js'
import { type Writer, writer } from '../writer.js'
import { overTorch } from './over-torch.js'

const models = writer('torchvision', 'torchvision, models')
const operations = writer('torchvision', 'torchvision 0.21.0, ops/focal_loss.py')
const losses = writer('timm', 'timm, timm/loss')
const factory = writer('timm', 'timm, timm/models/_factory.py')

/** What is assigned to one of these takes the place of the model's last layer. */
const heads = (write: Writer, names: readonly string[]): Contract[] =>
  names.map((name) => write.entry(`Module.${name}`, { property: true, gives: 'applied' }))

/** Classifiers that end in a linear layer, by the member that holds it. */
const classifiers: Readonly<Record<string, readonly string[]>> = {
  fc: [
    ...['resnet18', 'resnet34', 'resnet50', 'resnet101', 'resnet152', 'wide_resnet50_2', 'wide_resnet101_2'],
    ...['resnext50_32x4d', 'resnext101_32x8d', 'resnext101_64x4d'],
    ...['x0_5', 'x1_0', 'x1_5', 'x2_0'].map((width) => `shufflenet_v2_${width}`),
    ...['400mf', '800mf', '1_6gf', '3_2gf', '8gf', '16gf', '32gf'].flatMap((size) => [`regnet_x_${size}`, `regnet_y_${size}`]),
    'regnet_y_128gf',
  ],
  classifier: ['densenet121', 'densenet161', 'densenet169', 'densenet201'],
  'classifier.6': ['alexnet', 'vgg11', 'vgg11_bn', 'vgg13', 'vgg13_bn', 'vgg16', 'vgg16_bn', 'vgg19', 'vgg19_bn'],
  'classifier.1': [
    ...['mobilenet_v2', 'efficientnet_v2_s', 'efficientnet_v2_m', 'efficientnet_v2_l'],
    ...['0_5', '0_75', '1_0', '1_3'].map((width) => `mnasnet${width}`),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((size) => `efficientnet_b${size}`),
  ],
  'classifier.3': ['mobilenet_v3_small', 'mobilenet_v3_large'],
  'classifier.2': ['convnext_tiny', 'convnext_small', 'convnext_base', 'convnext_large'],
  'classifier.5': ['maxvit_t'],
  head: ['swin_t', 'swin_s', 'swin_b', 'swin_v2_t', 'swin_v2_s', 'swin_v2_b'],
  'heads.head': ['vit_b_16', 'vit_b_32', 'vit_l_16', 'vit_l_32', 'vit_h_14'],
}

/** Those that go on after their last layer of weights, or that give tuples while they train. */
const others = ['squeezenet1_0', 'squeezenet1_1', 'googlenet', 'inception_v3']

/** Modules whose classifiers stand in `models`, too. */
const modules = [
  ...['convnext', 'densenet', 'efficientnet', 'inception', 'maxvit', 'mnasnet', 'mobilenet', 'mobilenetv2', 'mobilenetv3', 'regnet'],
  ...['resnet', 'shufflenetv2', 'squeezenet', 'swin_transformer', 'vgg', 'vision_transformer'],
]

/** torchvision: its classifiers end in a linear layer, unless a program puts something else in its place. */
export const torchvision = overTorch({
  package: 'torchvision',
  imports: ['pypi:torchvision'],
  globals: [],
  shorthand: 'torchvision',
  moved: Object.fromEntries(modules.map((name) => [`models.${name}`, 'models'])),
  activations: {},
  lossNames: {},
  entries: [
    operations.entry('ops.sigmoid_focal_loss', {
      takes: [
        prediction('inputs', 'logits'),
        target('targets', 'probabilities'),
        option('alpha', 0.25),
        option('gamma', 2),
        option('reduction', 'none'),
      ],
      applies: 'sigmoid',
      axis: 'elementwise',
      weighted: true,
      reduction: 'none',
      silent: ['sigmoid outputs as logits'],
      raises: ['class indices: "Target size … must be the same as input size …"'],
    }),
    ...Object.entries(classifiers).flatMap(([last, names]) =>
      models.layers(
        names.map((name) => `models.${name}`),
        { gives: 'logits', units: 'num_classes', last },
        ['weights', 'progress', 'num_classes'],
      ),
    ),
    ...models.layers(
      others.map((name) => `models.${name}`),
      {},
      ['weights', 'progress', 'num_classes'],
    ),
    ...heads(models, ['fc', 'classifier', 'head', 'heads']),
  ],
})

function criterion(name: string, facts: Parameters<typeof losses.entry>[1]): Contract {
  return losses.entry(`loss.${name}`, { criterion: true, axis: -1, reduction: 'mean', ...facts })
}

/** timm: losses of image classification over PyTorch, and models that end in a linear layer. */
export const timm = overTorch({
  package: 'timm',
  imports: ['pypi:timm'],
  globals: [],
  shorthand: 'timm',
  activations: {},
  lossNames: {},
  entries: [
    criterion('LabelSmoothingCrossEntropy', {
      takes: [prediction('x', 'logits'), target('target', 'class-indices'), option('smoothing', 0.1)],
      applies: 'softmax',
      silent: ['probabilities as logits'],
    }),
    criterion('SoftTargetCrossEntropy', {
      takes: [prediction('x', 'logits'), target('target', 'distribution')],
      applies: 'softmax',
      broadcasts: true,
      silent: ['class indices: they are broadcast when N equals C', 'swapped arguments: 1.5426 on the reference batch'],
      raises: ['class indices when N is not C: a size mismatch'],
    }),
    // Class indices are encoded and smoothed, rows are taken as they are: the shape tells which.
    criterion('BinaryCrossEntropy', {
      takes: [
        prediction('x', 'logits'),
        target('target'),
        option('smoothing', 0.1),
        option('target_threshold'),
        weights('weight'),
        option('reduction', 'mean'),
        option('sum_classes', false),
        weights('pos_weight'),
      ],
      applies: 'sigmoid',
      silent: ['sigmoid outputs as logits', 'rows of targets: they are not smoothed, class indices are'],
    }),
    criterion('JsdCrossEntropy', {
      takes: [
        prediction('output', 'logits'),
        target('target', 'class-indices'),
        option('num_splits', 3),
        option('alpha', 12),
        option('smoothing', 0.1),
      ],
      applies: 'softmax',
      axis: 1,
      weighted: true,
    }),
    criterion('AsymmetricLossMultiLabel', {
      takes: [
        prediction('x', 'logits'),
        target('y', 'probabilities'),
        option('gamma_neg', 4),
        option('gamma_pos', 1),
        option('clip', 0.05),
        option('eps'),
      ],
      applies: 'sigmoid',
      axis: 'elementwise',
      weighted: true,
      reduction: 'sum',
    }),
    criterion('AsymmetricLossSingleLabel', {
      takes: [
        prediction('inputs', 'logits'),
        target('target', 'class-indices'),
        option('gamma_pos', 1),
        option('gamma_neg', 4),
        option('eps', 0.1),
        option('reduction', 'mean'),
      ],
      applies: 'softmax',
      weighted: true,
    }),
    ...factory.layers(['create_model'], { gives: 'logits', units: 'num_classes' }, [
      ...['model_name', 'pretrained', 'pretrained_cfg', 'pretrained_cfg_overlay', 'checkpoint_path', 'cache_dir'],
      ...['scriptable', 'exportable', 'no_jit', 'num_classes'],
    ]),
    ...heads(factory, ['fc', 'classifier', 'head', 'head_dist', 'last_linear', 'classif']),
  ],
})
