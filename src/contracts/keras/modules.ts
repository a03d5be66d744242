import type { Framework } from '../framework.js'

const inLayers = [
  'core',
  'convolutional',
  'convolutional_recurrent',
  'pooling',
  'recurrent',
  'cudnn_recurrent',
  'rnn',
  'embeddings',
  'normalization',
  'advanced_activations',
  'activation',
  'attention',
  'merge',
  'merging',
  'noise',
  'regularization',
  'reshaping',
  'local',
  'wrappers',
  'preprocessing',
  'experimental.preprocessing',
]

const inApplications = [
  'convnext',
  'densenet',
  'efficientnet',
  'efficientnet_v2',
  'inception_resnet_v2',
  'inception_v3',
  'mobilenet',
  'mobilenet_v2',
  'mobilenet_v3',
  'nasnet',
  'resnet',
  'resnet50',
  'resnet_v2',
  'vgg16',
  'vgg19',
  'xception',
]

const within = (module: string, parts: readonly string[]) => parts.map((part) => [`${module}.${part}`, module] as const)

/** Where Keras has, or had, its names a second time. */
export const modules: NonNullable<Framework['moved']> = Object.fromEntries([
  ...within('layers', inLayers),
  ...within('applications', inApplications),
  ...within('ops', ['nn', 'numpy', 'core']),
  ...within('utils', ['np_utils', 'generic_utils', 'numerical_utils']),
  ...within('optimizers', ['legacy', 'experimental']),
  ['objectives', 'losses'],
  ...['engine', 'engine.topology', 'engine.base_layer', 'engine.input_layer', 'engine.training', 'engine.sequential'].map(
    (module) => [module, ''] as const,
  ),
  ...['api', 'api._v2.keras', 'api._v1.keras', '_tf_keras.keras'].map((module) => [module, ''] as const),
])
