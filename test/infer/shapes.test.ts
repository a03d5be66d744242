import { describe, expect, test } from 'vitest'
import { lint } from '../../src/lint.js'
import { verdicts } from '../support/verdicts.js'

/** The ways in which values reach a loss in real code, each wrong beside its right twin. */
const shapes: Record<string, string> = {
  'layers added, compiled in the same function': `
import * as tf from '@tensorflow/tfjs'
function wrong() {
  const model = tf.sequential()
  model.add(tf.layers.dense({ units: 32, activation: 'relu', inputShape: [8] }))
  model.add(tf.layers.dropout({ rate: 0.5 }))
  model.add(tf.layers.dense({ units: 10, activation: 'softmax' }))
  model.compile({ optimizer: tf.train.adam(), loss: tf.losses.softmaxCrossEntropy, metrics: ['accuracy'] }) //! probabilities-as-logits
}
function right() {
  const model = tf.sequential()
  model.add(tf.layers.dense({ units: 32, activation: 'softmax', inputShape: [8] }))
  model.add(tf.layers.dense({ units: 10 }))
  model.compile({ optimizer: tf.train.adam(), loss: tf.losses.softmaxCrossEntropy }) //! clean
}
`,
  'a list of layers, require, default and named imports': `
const tf = require('@tensorflow/tfjs-node')
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 4, inputShape: [2] }), tf.layers.dense({ units: 1, activation: 'sigmoid' })],
})
model.compile({ loss: tf.losses.sigmoidCrossEntropy, optimizer: 'sgd' }) //! probabilities-as-logits
// file: named.mjs
import { sequential, layers, losses as l } from '@tensorflow/tfjs-layers'
import { losses } from '@tensorflow/tfjs-core/dist/index.js'
const m = sequential({ layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })] })
m.compile({ loss: losses.sigmoidCrossEntropy, optimizer: 'sgd' }) //! probabilities-as-logits
// file: string.js
import tf from '@tensorflow/tfjs'
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] })
m.compile({ loss: 'categoricalCrossentropy', optimizer: 'sgd' }) //! logits-as-probabilities
`,
  'the global of a script tag, and a local of the same name': `
const model = tf.sequential()
model.add(tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [2] }))
model.compile({ loss: tf.losses.softmaxCrossEntropy, optimizer: 'sgd' }) //! probabilities-as-logits
function local(tf) { return tf.losses.softmaxCrossEntropy(1, tf.softmax(2)) }
`,
  'a field built in one method and compiled in another': `
import * as tf from '@tensorflow/tfjs'
class Wrong {
  model: tf.Sequential
  constructor() { this.model = tf.sequential() }
  build() {
    this.model.add(tf.layers.dense({ units: 3, inputShape: [2], activation: 'relu' }))
    this.model.add(tf.layers.dense({ units: 3, activation: 'softmax' }))
  }
  compile() {
    this.model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  }
}
class Right {
  private model = tf.sequential()
  build() { this.model.add(tf.layers.dense({ units: 3, inputShape: [2] })) }
  compile() { this.model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) } //! clean
}
class Eager {
  model: tf.Sequential | null = null
  async setup() {
    const model = tf.sequential()
    model.add(tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [2] }))
    this.model = model
  }
  loss(x: tf.Tensor, y: tf.Tensor) {
    const out = this.model!.predict(x) as tf.Tensor
    return tf.losses.softmaxCrossEntropy(y, out) //! probabilities-as-logits
  }
}
`,
  'a build function returns the model, a compile function takes it': `
import * as tf from '@tensorflow/tfjs'
function createModel(activation: string) {
  const input = tf.input({ shape: [4] })
  const hidden = tf.layers.dense({ units: 8, activation: 'relu' }).apply(input) as tf.SymbolicTensor
  const output = tf.layers.dense({ units: 10, activation }).apply(hidden) as tf.SymbolicTensor
  return tf.model({ inputs: input, outputs: output })
}
function compileModel(model: tf.LayersModel) {
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
}
compileModel(createModel('softmax'))
function compileOther(model: tf.LayersModel) {
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! clean
}
compileOther(createModel('linear'))
`,
  'a separate last activation': `
import * as tf from '@tensorflow/tfjs'
const a = tf.sequential()
a.add(tf.layers.dense({ units: 3, inputShape: [2] }))
a.add(tf.layers.activation({ activation: 'softmax' }))
a.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const b = tf.sequential()
b.add(tf.layers.dense({ units: 3, inputShape: [2] }))
b.add(tf.layers.softmax())
b.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const c = tf.sequential()
c.add(tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 3, activation: 'softmax' }), inputShape: [5, 2] }))
c.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const d = tf.sequential()
d.add(b)
d.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const e = tf.sequential()
e.add(b)
e.add(tf.layers.dense({ units: 2 }))
e.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'eager losses in minimize, variableGrads and tidy': `
import * as tf from '@tensorflow/tfjs'
const w = tf.variable(tf.randomNormal([4, 3])) as tf.Variable<tf.Rank.R2>
const predict = (x: tf.Tensor2D) => tf.softmax(x.matMul(w))
const scores = (x: tf.Tensor2D) => tf.tidy(() => x.matMul(w).add(1))
export function train(x: tf.Tensor2D, ys: tf.Tensor) {
  tf.train.sgd(0.1).minimize(() => tf.losses.softmaxCrossEntropy(ys, predict(x)).mean()) //! probabilities-as-logits
  tf.train.sgd(0.1).minimize(() => tf.losses.softmaxCrossEntropy(ys, scores(x)).mean()) //! clean
  tf.variableGrads(() => tf.tidy(() => {
    let out: tf.Tensor = scores(x)
    out = tf.sigmoid(out)
    return tf.losses.sigmoidCrossEntropy(ys, out) //! probabilities-as-logits
  }))
}
`,
  'swapped arguments, through helpers': `
import * as tf from '@tensorflow/tfjs'
export function run(model: tf.Sequential, labels: tf.Tensor1D, w: tf.Tensor2D, x: tf.Tensor2D) {
  const oneHot = tf.oneHot(labels, 10)
  const predictions = forward(x, w)
  tf.losses.softmaxCrossEntropy(predictions, oneHot) //! swapped-arguments
  return tf.losses.softmaxCrossEntropy(oneHot, predictions) //! clean
}
function forward(x: tf.Tensor2D, w: tf.Tensor2D) { return x.matMul(w).add(tf.scalar(1)) }
class Trainer {
  head = tf.layers.dense({ units: 10, inputShape: [4] })
  loss(x: tf.Tensor, labels: tf.Tensor) {
    return tf.losses.softmaxCrossEntropy(this.head.apply(x) as tf.Tensor, labels) //! swapped-arguments
  }
}
`,
  'closures that pass on what training hands them, in place and exchanged': `
import * as tf from '@tensorflow/tfjs'
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] })
model.compile({ optimizer: 'sgd', loss: (pred, label) => tf.losses.softmaxCrossEntropy(pred, label) }) //! clean
const other = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4], activation: 'softmax' })] })
const swap = (labels: tf.Tensor, outputs: tf.Tensor) => tf.losses.logLoss(outputs, labels) //! swapped-arguments
other.compile({ optimizer: 'sgd', loss: (t: tf.Tensor, p: tf.Tensor) => swap(t, p) })
`,
  'losses as data: arrays, dicts by output name, closures': `
import * as tf from '@tensorflow/tfjs'
const input = tf.input({ shape: [4] })
const kind = tf.layers.dense({ units: 3, activation: 'softmax', name: 'kind' }).apply(input) as tf.SymbolicTensor
const flag = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'flag' }).apply(input) as tf.SymbolicTensor
const model = tf.model({ inputs: input, outputs: [kind, flag] })
model.compile({ optimizer: 'adam', loss: [
  'categoricalCrossentropy', //! clean
  tf.losses.sigmoidCrossEntropy, //! probabilities-as-logits
] })
const other = tf.model({ inputs: input, outputs: [kind, flag] })
other.compile({ optimizer: 'adam', loss: {
  flag: 'binaryCrossentropy', //! clean
  kind: tf.losses.softmaxCrossEntropy, //! probabilities-as-logits
} })
const third = tf.model({ inputs: input, outputs: kind })
third.compile({ optimizer: 'adam', loss: (yTrue, yPred) => {
  return tf.losses.softmaxCrossEntropy(yTrue, yPred) //! probabilities-as-logits
} })
`,
  'modules: barrels, re-exports, renames, namespaces, commonjs': `
// file: net/head.ts
import * as tf from '@tensorflow/tfjs'
export function head(units: number) { return tf.layers.dense({ units, activation: 'softmax' }) }
export const plain = (units: number) => tf.layers.dense({ units })
// file: net/index.ts
export * from './head.js'
export { head as softHead } from './head'
// file: losses.js
const tf = require('@tensorflow/tfjs')
module.exports = { ce: tf.losses.softmaxCrossEntropy, name: 'categoricalCrossentropy' }
// file: tf.ts
export * from '@tensorflow/tfjs'
export * as default from '@tensorflow/tfjs'
// file: train.ts
import * as net from './net'
import { softHead, plain as linear } from './net/index.js'
import losses, { name } from './losses.js'
import tf from './tf'
const a = tf.sequential({ layers: [softHead(10)] })
a.compile({ optimizer: 'adam', loss: losses.ce }) //! probabilities-as-logits
const b = tf.sequential({ layers: [net.head(10)] })
b.compile({ optimizer: 'adam', loss: name }) //! clean
const c = tf.sequential({ layers: [linear(10)] })
c.compile({ optimizer: 'adam', loss: losses.ce }) //! clean
`,
  'constants, spread options and inherited constructors': `
// file: constants.ts
export const ACTIVATIONS = { last: 'softmax', hidden: 'relu' } as const
export const base = { units: 10, activation: ACTIVATIONS.last }
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import { ACTIVATIONS, base } from './constants'
class Model {
  protected net: tf.Sequential
  constructor(private readonly options: { units: number; activation?: string }) {
    this.net = tf.sequential()
    this.net.add(tf.layers.dense({ inputShape: [4], units: 5, activation: ACTIVATIONS.hidden }))
    this.net.add(tf.layers.dense({ ...this.options }))
  }
  get output() { return this.net }
}
class Soft extends Model {
  constructor() { super({ ...base }) }
  compile() { this.net.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits
}
const soft = new Soft()
soft.output.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }) //! clean
const linear = new Model({ units: 3 })
linear.output.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'a variable that functions share': `
import * as tf from '@tensorflow/tfjs'
let model: tf.Sequential
let loaded: tf.LayersModel
async function build() {
  model = tf.sequential()
  model.add(tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [2] }))
}
async function compile() {
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  await model.fit(tf.zeros([1, 2]), tf.zeros([1, 3]))
}
async function load() {
  loaded = await tf.loadLayersModel('x')
  loaded.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }) //! unknown
}
document.getElementById('train')!.onclick = async () => { await build(); await compile() }
`,
  'layers in loops': `
import * as tf from '@tensorflow/tfjs'
function build(sizes: number[], last: string) {
  const model = tf.sequential()
  for (const units of sizes) model.add(tf.layers.dense({ units, activation: 'relu' }))
  for (let i = 0; i < 3; i++) {
    model.add(tf.layers.dense({ units: 4, activation: 'tanh' }))
  }
  model.add(tf.layers.dense({ units: 3, activation: last }))
  return model
}
const layers = [tf.layers.dense({ units: 3, inputShape: [2] })]
layers.push(tf.layers.softmax())
const net = tf.sequential()
for (const layer of layers) net.add(layer)
net.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
build([1, 2], 'softmax').compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }) //! clean
const wrong = build([3], 'linear')
wrong.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }) //! logits-as-probabilities
`,
  'one unit': `
import * as tf from '@tensorflow/tfjs'
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, activation: 'softmax', inputShape: [2] })] })
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }) //! single-class-softmax
const other = tf.sequential({ layers: [tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })] })
other.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' }) //! clean
`,
  'a loss that the library does not know': `
import * as tf from '@tensorflow/tfjs'
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [2] })] })
model.compile({ optimizer: 'adam', loss: 'categorical_crossentropy' }) //! bad-option
const other = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] })
other.compile({ optimizer: 'adam', loss: 'meanSquaredError' })
`,
  'literal tensors': `
import * as tf from '@tensorflow/tfjs'
export const forum = tf.losses.softmaxCrossEntropy([[1, 0, 0]], tf.tensor2d([[1.0, 0.0, 0.0]])) //! probabilities-as-logits
const logits = tf.tensor([1, 3, -1, -0.5, 0.8, 0.3], [2, 3])
export const right = tf.losses.softmaxCrossEntropy(tf.oneHot([1, 0], 3), logits) //! clean
`,
  'a loss that is wrapped to be diagnosed': `
import * as tf from '@tensorflow/tfjs'
import { diagnose } from 'ce-lint/runtime'
const loss = diagnose(tf.losses.softmaxCrossEntropy, { every: 10 })
export const f = (x: tf.Tensor2D, y: tf.Tensor) => loss(y, tf.softmax(x)) //! probabilities-as-logits
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] })
model.compile({ optimizer: 'sgd', loss: diagnose(tf.losses.softmaxCrossEntropy) }) //! clean
`,
  'sigmoid before sigmoid cross-entropy, through a helper and a field': `
import * as tf from '@tensorflow/tfjs'
const lastLayer = (units: number) => tf.layers.dense({ units, activation: 'sigmoid' })
function build() {
  const model = tf.sequential()
  model.add(lastLayer(1))
  return model
}
class Detector {
  private readonly net = build()
  compile() {
    this.net.compile({ optimizer: 'adam', loss: tf.losses.sigmoidCrossEntropy }) //! probabilities-as-logits
  }
  log() {
    this.net.compile({ optimizer: 'adam', loss: tf.losses.logLoss }) //! clean
  }
}
`,
  'call and apply': `
import * as tf from '@tensorflow/tfjs'
const CE = tf.losses.softmaxCrossEntropy
export const f = (x: tf.Tensor2D, y: tf.Tensor) => [
  CE.apply(null, [y, tf.softmax(x)]), //! probabilities-as-logits
  CE.call(null, y, tf.matMul(x, x)), //! clean
]
`,
  'options that are known in part': `
import * as tf from '@tensorflow/tfjs'
const soft = () => tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
export function a(loss: string) { soft().compile({ optimizer: 'sgd', loss }) } //! unknown
export function b(options: tf.ModelCompileArgs) { soft().compile(options) } //! unknown
export function c(kind: string) {
  let options: any
  if (kind === 'c') options = { loss: tf.losses.softmaxCrossEntropy }
  else if (kind === 'r') options = { loss: 'meanSquaredError' }
  options.optimizer = tf.train.sgd(1)
  soft().compile(options) //! probabilities-as-logits, unknown
}
export function d(given?: tf.ModelCompileArgs) {
  const options = given || { loss: tf.losses.softmaxCrossEntropy, optimizer: 'sgd' }
  soft().compile(options) //! probabilities-as-logits, unknown
}
`,
  'parameters with several callers': `
import * as tf from '@tensorflow/tfjs'
function ce(labels: tf.Tensor, outputs: tf.Tensor) {
  return tf.losses.softmaxCrossEntropy(labels, outputs) //! probabilities-as-logits
}
export const a = (x: tf.Tensor2D, y: tf.Tensor) => ce(y, x.matMul(x))
export const b = (x: tf.Tensor2D, y: tf.Tensor) => ce(y, x.matMul(x).softmax())
export function open(labels: tf.Tensor, outputs: tf.Tensor) {
  return tf.losses.softmaxCrossEntropy(labels, outputs) //! unknown
}
`,
}

/** Whether the project's other files are given or not, code that both runs see gets one verdict; callers add to it. */
test('callers in files without a loss, through a barrel', () => {
  const losses = `import * as tf from '@tensorflow/tfjs'
export const ce = (y: tf.Tensor, p: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, p)
`
  const texts = new Map([
    ['lib/losses.ts', losses],
    ['lib/index.ts', "export * from './losses'\n"],
    [
      'train.ts',
      "import * as tf from '@tensorflow/tfjs'\nimport { ce } from './lib'\nexport const step = (x: tf.Tensor, y: tf.Tensor) => ce(y, tf.softmax(x))\n",
    ],
  ])
  const host = { read: (path: string) => texts.get(path), isFile: (path: string) => texts.has(path) }
  const files = [{ path: 'lib/losses.ts', text: losses }]
  expect(lint({ files, host }).uses[0]).toMatchObject({ verdict: 'unknown' })
  const report = lint({ files, host, others: ['lib/index.ts', 'train.ts'] })
  expect(report.findings.map((finding) => [finding.rule, finding.certainty])).toEqual([['probabilities-as-logits', 'proved']])
  expect(report.findings[0]!.related.map(({ at, note }) => `${at.file}:${at.line} ${note}`)).toEqual([
    'train.ts:3 passed as `p` here',
    'train.ts:3 `softmax` applied here',
  ])
})

describe('values are followed', () => {
  test.each(Object.entries(shapes))('%s', (_, program) => {
    const { found, expected } = verdicts(program)
    expect(found).toEqual(expected)
  })
})
