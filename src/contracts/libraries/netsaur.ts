import type { Contract } from '../contract.js'
import type { Framework } from '../framework.js'
import { option, prediction, target, value } from '../parameters.js'
import { writer } from '../writer.js'

const pkg = '@denosaurs/netsaur'
const layers = writer(pkg, 'netsaur, packages/core/src/core/api/layers.ts', 'Layer')
const costs = writer(pkg, 'netsaur, crates/core/src/cpu/cost.rs')

/** A cost is no function that is called, but a name that the network is made with. */
const cost = (name: string, kind: 'distribution' | 'probabilities', facts: Partial<Contract>): Contract =>
  costs.entry(`Cost.${name}`, {
    takes: [target('outputs', kind), prediction('output', kind)],
    property: true,
    applies: 'log',
    reduction: 'mean',
    silent: ['a network that ends in a dense layer: its outputs are clipped to [ε, 1 - ε]'],
    ...facts,
  })

/** Netsaur, for Deno: the network is made with its cost. Read, not run. */
export const netsaur: Framework = {
  package: pkg,
  imports: [pkg, 'netsaur'],
  globals: [],
  shorthand: 'netsaur',
  types: { Tensor: {}, Layer: {}, Sequential: { extends: 'Layer' } },
  activations: {},
  lossNames: {},
  entries: [
    cost('CrossEntropy', 'distribution', { axis: -1 }),
    cost('BinCrossEntropy', 'probabilities', { axis: 'elementwise' }),
    layers.entry('Sequential', {
      takes: ['size', 'layers', 'cost', 'optimizer', 'scheduler', 'silent', 'tolerance', 'patience'].map((each) => option(each)),
      config: true,
      makes: { type: 'Sequential', layers: 'layers' },
      trains: 'cost',
      source: 'netsaur, packages/core/src/core/types.ts',
    }),
    layers.entry('Sequential.predict', { takes: [value('input')], gives: 'applied' }),
    ...layers.inert(['Sequential.train', 'Sequential.save', 'Sequential.saveFile']),
    layers.entry('DenseLayer', {
      takes: [option('size'), option('init')],
      config: true,
      makes: { type: 'Layer', gives: 'logits', units: 'size' },
    }),
    ...layers.layers(['Conv1DLayer', 'Conv2DLayer', 'ConvTranspose1DLayer', 'ConvTranspose2DLayer'], { gives: 'logits' }),
    ...layers.layers(['BatchNorm1DLayer', 'BatchNorm2DLayer', 'EmbeddingLayer'], { gives: 'logits' }),
    ...layers.layers(['SoftmaxLayer'], { gives: 'distribution' }, [], { axis: -1 }),
    ...layers.layers(['SigmoidLayer'], { gives: 'probabilities' }, [], { axis: 'elementwise' }),
    ...layers.layers(['ReluLayer'], { gives: 'affine' }, [], { bounded: [0, Infinity] }),
    ...layers.layers(['Relu6Layer'], { gives: 'affine' }, [], { bounded: [0, 6] }),
    ...layers.layers(['TanhLayer'], { gives: 'affine' }, [], { bounded: [-1, 1] }),
    ...layers.layers(['LeakyReluLayer', 'EluLayer', 'SeluLayer'], { gives: 'affine' }),
    ...layers.layers(['Dropout1DLayer', 'Dropout2DLayer'], { gives: 'same' }),
    ...layers.layers(['FlattenLayer'], { gives: 'same', units: null }),
    ...layers.layers(['Pool2DLayer', 'MaxPool2DLayer', 'AveragePool2DLayer'], { gives: 'part' }),
  ],
}
