import { type Contract, call } from '../contract.js'
import { option, target, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = 'keras'
const model = writer(pkg, 'keras 3.16.0, models and trainers/trainer.py', 'Model')
const engine = writer(pkg, 'keras 3.16.0, layers/layer.py', 'Layer')
const options = (...names: string[]) => names.map((name) => option(name))

const training = options('batch_size', 'epochs', 'verbose', 'callbacks', 'validation_split', 'validation_data')
const artifacts = options('filepath', 'custom_objects', 'compile', 'safe_mode')

/** Models: how they are built, changed, compiled and applied. A loaded model is opaque: no source shows its last layer. */
export const models: readonly Contract[] = [
  ...model.layers(['Sequential', 'models.Sequential'], { type: 'Sequential', layers: 'layers' }, ['layers', 'trainable', 'name']),
  ...model.layers(['Model', 'models.Model'], { outputs: 'outputs' }, ['inputs', 'outputs', 'name']),
  ...engine.layers(['Layer', 'layers.Layer', 'layers.Wrapper'], {}),
  ...engine.layers(['Input', 'layers.Input'], { type: 'SymbolicTensor' }, [
    'shape',
    'batch_size',
    'dtype',
    'sparse',
    'ragged',
    'batch_shape',
    'name',
    'tensor',
  ]),
  ...['models.load_model', 'saving.load_model'].map((name) => model.entry(name, { takes: artifacts, makes: { type: 'Model' } })),
  ...model.layers(['models.model_from_json'], {}, ['json_string', 'custom_objects']),
  ...model.layers(['models.clone_model'], {}, ['model', 'input_tensors', 'clone_function']),

  model.entry('Sequential.add', { takes: [value('layer')], mutates: 'append' }),
  model.entry('Sequential.pop', { mutates: 'remove-last' }),
  model.entry('Model.compile', {
    // Keras 2 has the metrics before the weights of the losses; both are given by keyword.
    takes: options('optimizer', 'loss', 'loss_weights', 'metrics', 'weighted_metrics'),
    mutates: 'compile',
  }),
  ...['Model.predict', 'Model.predict_proba', 'Model.predict_generator'].map((name) =>
    model.entry(name, { takes: [value('x'), ...options('batch_size', 'verbose')], gives: 'applied' }),
  ),
  model.entry('Model.predict_on_batch', { takes: [value('x')], gives: 'applied' }),
  model.entry('Model.predict_classes', { takes: [value('x'), ...options('batch_size', 'verbose')], gives: 'class-indices' }),
  ...['Layer.__call__', 'Layer.call', 'Layer.apply'].map((name) => engine.entry(name, { takes: [value('inputs')], gives: 'applied' })),

  model.entry('Model.layers', { property: true, gives: 'layers' }),
  model.entry('Model.outputs', { property: true, gives: 'outputs' }),
  model.entry('Model.inputs', { property: true, makes: { type: 'SymbolicTensor' } }),
  engine.entry('Layer.output', { property: true, gives: 'output' }),
  engine.entry('Layer.input', { property: true, makes: { type: 'SymbolicTensor' } }),
  model.entry('Model.get_layer', { takes: options('name', 'index'), gives: 'layer', makes: { type: 'Layer' } }),

  // Methods that change no kind: weights may change, what the output means does not.
  model.entry('Model.fit', { takes: [value('x'), target('y'), ...training], mutates: 'train' }),
  model.entry('Model.train_on_batch', {
    takes: [value('x'), target('y'), ...options('sample_weight', 'class_weight', 'return_dict')],
    mutates: 'train',
  }),
  model.entry('Model.fit_generator', { takes: options('generator', 'steps_per_epoch', 'epochs', 'verbose'), mutates: 'train' }),
  ...model.inert(
    ['evaluate', 'evaluate_generator', 'test_on_batch', 'save', 'export', 'summary', 'load_weights', 'save_weights', 'to_json'].map(
      (name) => `Model.${name}`,
    ),
  ),
  ...engine.inert(
    [
      'build',
      'get_config',
      'get_weights',
      'set_weights',
      'count_params',
      'compute_output_shape',
      'reset_states',
      'add_loss',
      'add_metric',
    ].map((name) => `Layer.${name}`),
  ),
  ...optimizers(),
  ...applications(),
]

function optimizers(): Contract[] {
  const source = 'keras 3.16.0, optimizers'
  const names = ['SGD', 'RMSprop', 'Adam', 'AdamW', 'Adadelta', 'Adagrad', 'Adamax', 'Nadam', 'Ftrl', 'Lion', 'Adafactor', 'Muon']
  return [
    ...names.map((name) => call(pkg, `optimizers.${name}`, { makes: { type: 'Optimizer' }, source })),
    ...['minimize', 'apply', 'apply_gradients', 'get_config'].map((name) => call(pkg, `Optimizer.${name}`, { source })),
  ]
}

/** Without its top a pretrained model gives features, with it a distribution: which, `include_top` tells. */
function applications(): Contract[] {
  const top = ['include_top', 'weights', 'input_tensor']
  const end = ['pooling', 'classes', 'classifier_activation', 'name']
  const usual = [...top, 'input_shape', ...end]
  const names: readonly [readonly string[], readonly string[]][] = [
    [['VGG16', 'VGG19', 'Xception', 'InceptionV3', 'InceptionResNetV2', ...numbered('DenseNet', 121, 169, 201)], usual],
    [['', 'V2'].flatMap((version) => [50, 101, 152].map((depth) => `ResNet${depth}${version}`)), usual],
    [numbered('EfficientNetB', 0, 1, 2, 3, 4, 5, 6, 7), usual],
    [[...numbered('EfficientNetV2B', 0, 1, 2, 3), 'EfficientNetV2S', 'EfficientNetV2M', 'EfficientNetV2L'], usual],
    [
      ['Tiny', 'Small', 'Base', 'Large', 'XLarge'].map((size) => `ConvNeXt${size}`),
      ['include_top', 'include_preprocessing', ...usual.slice(1)],
    ],
    [
      ['NASNetMobile', 'NASNetLarge'],
      ['input_shape', ...top, ...end],
    ],
    [['MobileNet'], ['input_shape', 'alpha', 'depth_multiplier', 'dropout', ...top, ...end]],
    [['MobileNetV2'], ['input_shape', 'alpha', ...top, ...end]],
    [
      ['MobileNetV3Small', 'MobileNetV3Large'],
      ['input_shape', 'alpha', 'minimalistic', ...top, 'classes', 'pooling', 'dropout_rate'],
    ],
  ]
  const pretrained = writer(pkg, 'keras 3.16.0, applications', 'Model')
  return names.flatMap(([of, takes]) =>
    pretrained.layers(
      of.map((name) => `applications.${name}`),
      {},
      takes,
    ),
  )
}

function numbered(name: string, ...of: number[]): string[] {
  return of.map((number) => `${name}${number}`)
}
