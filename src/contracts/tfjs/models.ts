import { type Contract, call, type Parameter } from '../contract.js'
import { option, target, value } from '../parameters.js'

const pkg = '@tensorflow/tfjs'
const source = 'tfjs-layers 4.22, models and engine/training'

const opaque = (name: string, type: string, takes: readonly Parameter[], from = source): Contract =>
  call(pkg, name, { takes, makes: { type }, source: from })

const applied = (name: string, takes: readonly Parameter[], from = source): Contract =>
  call(pkg, name, { takes, gives: 'applied', source: from })

const inert = (type: string, names: readonly string[]): Contract[] => names.map((name) => call(pkg, `${type}.${name}`, { source }))

const property = (name: string, facts: Pick<Contract, 'gives' | 'makes' | 'mutates'>): Contract =>
  call(pkg, name, { property: true, ...facts, source })

const optimizer = (name: string): Contract =>
  call(pkg, `train.${name}`, { makes: { type: 'Optimizer' }, source: 'tfjs-core 4.22, optimizers/optimizer_constructors' })

const artifacts = [option('pathOrIOHandler'), option('options')]
const converter = 'tfjs-converter 4.22, executor/graph_model'

/** Models: how they are built, changed, compiled and applied. A loaded model is opaque: no source shows its last layer. */
export const models: readonly Contract[] = [
  ...['sequential', 'Sequential'].map((name) =>
    call(pkg, name, {
      takes: [option('layers'), option('name')],
      config: true,
      makes: { type: 'Sequential', layers: 'layers' },
      source: 'tfjs-layers 4.22, exports and models',
    }),
  ),
  ...['model', 'LayersModel'].map((name) =>
    call(pkg, name, {
      takes: [option('inputs'), option('outputs'), option('name')],
      config: true,
      makes: { type: 'LayersModel', outputs: 'outputs' },
      source: 'tfjs-layers 4.22, exports and engine/training',
    }),
  ),
  call(pkg, 'layers.Layer', {
    takes: [option('name')],
    config: true,
    makes: { type: 'Layer' },
    source: 'tfjs-layers 4.22, engine/topology',
  }),
  ...['input', 'layers.input'].map((name) =>
    call(pkg, name, {
      takes: [option('shape'), option('batchShape'), option('name'), option('dtype')],
      config: true,
      makes: { type: 'SymbolicTensor' },
      source: 'tfjs-layers 4.22, engine/input_layer',
    }),
  ),
  opaque('loadLayersModel', 'LayersModel', artifacts),
  opaque('models.modelFromJSON', 'LayersModel', [option('modelAndWeightsConfig'), option('customObjects')]),
  opaque('loadGraphModel', 'GraphModel', artifacts, converter),
  opaque('loadGraphModelSync', 'GraphModel', artifacts, converter),

  call(pkg, 'Sequential.add', { takes: [value('layer')], mutates: 'append', source }),
  call(pkg, 'Sequential.pop', { mutates: 'remove-last', source }),
  call(pkg, 'LayersModel.compile', {
    takes: [option('optimizer'), option('loss'), option('metrics')],
    config: true,
    mutates: 'compile',
    source,
  }),
  applied('LayersModel.predict', [value('x'), option('args')]),
  applied('LayersModel.predictOnBatch', [value('x')]),
  applied('Layer.apply', [value('inputs'), option('kwargs')], 'tfjs-layers 4.22, engine/topology'),
  applied('Layer.call', [value('inputs'), option('kwargs')], 'tfjs-layers 4.22, engine/topology'),
  ...['predict', 'predictAsync'].map((name) => applied(`GraphModel.${name}`, [value('inputs'), option('config')], converter)),
  ...['execute', 'executeAsync'].map((name) => applied(`GraphModel.${name}`, [value('inputs'), option('outputs')], converter)),
  property('LayersModel.layers', { gives: 'layers' }),
  property('LayersModel.outputs', { gives: 'outputs' }),
  property('Layer.output', { gives: 'output' }),
  // Training reads this list anew in each step, and never the property \`loss\`; a sequential model trains by the model within it.
  property('LayersModel.lossFunctions', { mutates: 'compile' }),
  property('Sequential.lossFunctions', {}),
  property('LayersModel.inputs', { makes: { type: 'SymbolicTensor' } }),
  property('Layer.input', { makes: { type: 'SymbolicTensor' } }),
  call(pkg, 'LayersModel.getLayer', { takes: [option('nameOrIndex'), option('index')], gives: 'layer', makes: { type: 'Layer' }, source }),

  // Methods that change no kind: weights may change, what the output means does not.
  ...['fit', 'trainOnBatch'].map((name) =>
    call(pkg, `LayersModel.${name}`, { takes: [value('x'), target('y'), option('args')], mutates: 'train', source }),
  ),
  ...inert('LayersModel', ['fitDataset', 'evaluate', 'evaluateDataset', 'save', 'summary', 'loadWeights']),
  ...inert('Layer', ['build', 'dispose', 'getConfig', 'getWeights', 'setWeights', 'countParams', 'computeOutputShape', 'resetStates']),
  ...inert('GraphModel', ['save', 'dispose', 'load', 'loadSync']),
  ...inert('Optimizer', ['minimize', 'applyGradients', 'computeGradients', 'getWeights', 'setWeights', 'dispose']),
  ...['sgd', 'momentum', 'rmsprop', 'adam', 'adadelta', 'adamax', 'adagrad'].map(optimizer),
]
