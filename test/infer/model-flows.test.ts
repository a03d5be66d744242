import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

/** How models and their outputs are put together, cut, changed and chosen. */
const programs: Record<string, string> = {
  'nested sequential': `
import * as tf from '@tensorflow/tfjs'
const inner = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
const outer = tf.sequential()
outer.add(tf.layers.dense({ units: 3 }))
outer.add(inner)
outer.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'wrapped around itself': `
import * as tf from '@tensorflow/tfjs'
export class Trainer {
  net = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] })
  wrap() { this.net = tf.sequential({ layers: [this.net, tf.layers.softmax()] }) }
  go() { this.net.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! unknown
}
export class Parallel {
  net = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  wrap() { this.net = tf.sequential({ layers: [this.net] }) }
  go() { this.net.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits
}
`,
  'outputs destructured': `
import * as tf from '@tensorflow/tfjs'
const input = tf.input({ shape: [2] })
function heads(x: tf.SymbolicTensor) {
  const logits = tf.layers.dense({ units: 3 }).apply(x) as tf.SymbolicTensor
  return { logits, probs: tf.layers.softmax().apply(logits) as tf.SymbolicTensor }
}
const { logits, probs } = heads(input)
const a = tf.model({ inputs: input, outputs: [logits, probs] })
a.compile({ optimizer: 'sgd', loss: [
  tf.losses.softmaxCrossEntropy, //! clean
  tf.losses.softmaxCrossEntropy, //! probabilities-as-logits
] })
const [first, second] = a.outputs
const b = tf.model({ inputs: input, outputs: second })
b.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const c = tf.model({ inputs: input, outputs: first })
c.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
const d = tf.model({ inputs: input, outputs: a.outputs[0] })
d.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'last layer': `
import * as tf from '@tensorflow/tfjs'
const base = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.softmax()] })
const out = base.layers[base.layers.length - 1].output as tf.SymbolicTensor
const m = tf.model({ inputs: base.inputs, outputs: out })
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const cut = tf.model({ inputs: base.inputs, outputs: base.layers[base.layers.length - 2].output as tf.SymbolicTensor })
cut.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'transfer learning': `
import * as tf from '@tensorflow/tfjs'
async function run() {
  const mobilenet = await tf.loadLayersModel('x')
  const cut = mobilenet.getLayer('conv_pw_13_relu')
  const base = tf.model({ inputs: mobilenet.inputs, outputs: cut.output as tf.SymbolicTensor })
  const head = tf.sequential({ layers: [tf.layers.flatten({ inputShape: base.outputs[0].shape.slice(1) as number[] }), tf.layers.dense({ units: 3, activation: 'softmax' })] })
  head.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  const out = head.apply(base.outputs[0]) as tf.SymbolicTensor
  const joint = tf.model({ inputs: base.inputs, outputs: out })
  joint.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  base.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! unknown
}
`,
  'layer mutated': `
import * as tf from '@tensorflow/tfjs'
const m: any = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [2] })] })
m.layers[0].activation = tf.layers.activation({ activation: 'linear' })
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! unknown
`,
  'layer mutated through a variable': `
import * as tf from '@tensorflow/tfjs'
const last: any = tf.layers.dense({ units: 3, activation: 'softmax', inputShape: [2] })
const m = tf.sequential({ layers: [last] })
last.activation = 'linear'
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! unknown
`,
  'layer mutated before it is added': `
import * as tf from '@tensorflow/tfjs'
const last: any = tf.layers.dense({ units: 3, inputShape: [2] })
last.activation = { apply: (x: any) => x }
const m = tf.sequential({ layers: [last] })
m.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! unknown
const t: any = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] })
t.layers[0].trainable = false
t.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! logits-as-probabilities
`,
  'layers list mutated': `
import * as tf from '@tensorflow/tfjs'
const m: any = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] })
m.layers.push(tf.layers.softmax())
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! unknown
const n: any = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.softmax()] })
n.layers.pop()
n.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! unknown
`,
  'layers loop freezing': `
import * as tf from '@tensorflow/tfjs'
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.softmax()] })
for (const layer of m.layers) layer.trainable = false
m.layers.forEach((l) => { l.trainable = true })
for (let i = 0; i < 2; i++) m.layers[i].trainable = false
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'model.pop': `
import * as tf from '@tensorflow/tfjs'
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] }), tf.layers.softmax()] })
m.pop()
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
const n = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2], activation: 'softmax' }), tf.layers.dropout({ rate: 0.1 })] })
n.pop()
n.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'lm head': `
import * as tf from '@tensorflow/tfjs'
const lmHead = tf.layers.dense({ units: 3, activation: 'softmax' })
export function f(x: tf.Tensor, y: tf.Tensor) {
  const logits = lmHead.apply(x) as tf.Tensor
  return tf.losses.softmaxCrossEntropy(y, logits) //! probabilities-as-logits
}
const stack = [tf.layers.dense({ units: 3, activation: 'softmax' }), tf.layers.dense({ units: 3 })]
export function g(X: tf.Tensor, y: tf.Tensor) {
  const logits = stack.reduce((x, l) => l.apply(x) as tf.Tensor, X)
  return tf.losses.softmaxCrossEntropy(y, logits) //! clean
}
`,
  'function returns both': `
import * as tf from '@tensorflow/tfjs'
function forward(x: tf.Tensor2D) { const logits = tf.matMul(x, x); return [logits, tf.softmax(logits)] }
function named(x: tf.Tensor2D) { const logits = tf.matMul(x, x); return { logits, probs: tf.softmax(logits) } }
export function f(x: tf.Tensor2D, y: tf.Tensor) {
  const [, p] = forward(x)
  tf.losses.softmaxCrossEntropy(y, p) //! probabilities-as-logits
  tf.losses.softmaxCrossEntropy(y, forward(x)[0]) //! clean
  const { probs: q, ...others } = named(x)
  tf.losses.softmaxCrossEntropy(y, q) //! probabilities-as-logits
  return tf.losses.softmaxCrossEntropy(y, others.logits) //! clean
}
`,
  'imported constants': `
// file: constants.ts
import * as tf from '@tensorflow/tfjs'
export default { ACT: { last: 'softmax', plain: 'linear' }, LAYERS: [{ units: 8, activation: 'relu' }, { units: 3, activation: 'softmax' }] }
export const softmaxDense = (u: number) => tf.layers.dense({ units: u, activation: 'softmax' })
export const stack = () => [tf.layers.dense({ units: 4 }), softmaxDense(4)]
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import C, { softmaxDense, stack } from './constants'
const loss = tf.losses.softmaxCrossEntropy
const a = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: C.ACT.last as any })] })
a.compile({ optimizer: 'sgd', loss }) //! probabilities-as-logits
const b = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: C.ACT.plain as any })] })
b.compile({ optimizer: 'sgd', loss }) //! clean
const c = tf.sequential()
for (const conf of C.LAYERS) c.add(tf.layers.dense(conf as any))
c.compile({ optimizer: 'sgd', loss }) //! probabilities-as-logits
const d = tf.sequential({ layers: C.LAYERS.map((conf) => tf.layers.dense(conf as any)) })
d.compile({ optimizer: 'sgd', loss }) //! probabilities-as-logits
const e = tf.sequential({ layers: [softmaxDense(3)] })
e.compile({ optimizer: 'sgd', loss }) //! probabilities-as-logits
const f = tf.sequential({ layers: stack() })
f.compile({ optimizer: 'sgd', loss }) //! probabilities-as-logits
`,
  'model dictionaries': `
import * as tf from '@tensorflow/tfjs'
const buildMlp = () => tf.sequential({ layers: [tf.layers.dense({ units: 3 })] })
const buildCnn = () => tf.sequential({ layers: [tf.layers.flatten(), tf.layers.dense({ units: 3, activation: 'softmax' })] })
const MODELS = { mlp: buildMlp, cnn: buildCnn }
export function train(name: keyof typeof MODELS) {
  const model = MODELS[name]()
  model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits likely
}
const m = MODELS['mlp']()
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'model dictionary all wrong, all right': `
import * as tf from '@tensorflow/tfjs'
const soft = (n: number) => tf.sequential({ layers: [tf.layers.dense({ units: n, activation: 'softmax' })] })
const lin = (n: number) => tf.sequential({ layers: [tf.layers.dense({ units: n })] })
const wrong: Record<string, any> = { a: () => soft(2), b: () => soft(3) }
const right: Record<string, any> = { a: () => lin(2), b: () => lin(3) }
export function train(name: string) {
  wrong[name]().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  right[name]().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
}
`,
  'model passed to a foreign function': `
import * as tf from '@tensorflow/tfjs'
import { addHead } from 'elsewhere'
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
addHead(m)
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'own function adds layers': `
import * as tf from '@tensorflow/tfjs'
function addHead(m: tf.Sequential, activation: any) { m.add(tf.layers.dense({ units: 3, activation })) }
const m = tf.sequential()
addHead(m, 'softmax')
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const n = tf.sequential()
addHead(n, 'softmax')
addHead(n, 'linear')
n.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'own function adds layers through another': `
import * as tf from '@tensorflow/tfjs'
function dense(m: tf.Sequential, activation: any) { m.add(tf.layers.dense({ units: 3, activation })) }
function body(m: tf.Sequential) { dense(m, 'relu'); dense(m, 'softmax') }
const build = (kind: any) => { const m = tf.sequential(); body(m); if (kind) dense(m, kind); return m }
build('linear').compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
build('').compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  clone: `
import * as tf from '@tensorflow/tfjs'
function clone(model: tf.Sequential) {
  const copy = tf.sequential()
  for (const layer of model.layers) copy.add(layer)
  return copy
}
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
clone(m).compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const n = tf.sequential({ layers: m.layers.slice(0, -1) })
n.add(tf.layers.dense({ units: 3 }))
n.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'base.apply': `
import * as tf from '@tensorflow/tfjs'
const base = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] })
const input = tf.input({ shape: [2] })
const features = base.apply(input) as tf.SymbolicTensor
const m = tf.model({ inputs: input, outputs: tf.layers.softmax().apply(features) as tf.SymbolicTensor })
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const n = tf.model({ inputs: input, outputs: features })
n.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'two outputs predict': `
import * as tf from '@tensorflow/tfjs'
const input = tf.input({ shape: [2] })
const a = tf.layers.dense({ units: 3 }).apply(input) as tf.SymbolicTensor
const b = tf.layers.softmax().apply(a) as tf.SymbolicTensor
const m = tf.model({ inputs: input, outputs: [a, b] })
export function f(x: tf.Tensor, y: tf.Tensor) {
  const [logits, probs] = m.predict(x) as tf.Tensor[]
  tf.losses.softmaxCrossEntropy(y, logits) //! clean
  return tf.losses.softmaxCrossEntropy(y, probs) //! probabilities-as-logits
}
`,
  'spread of layers, conditional layer': `
import * as tf from '@tensorflow/tfjs'
export function build(deep: boolean) {
  const hidden = [tf.layers.dense({ units: 4 }), ...(deep ? [tf.layers.dense({ units: 4 })] : [])]
  const m = tf.sequential({ layers: [...hidden, tf.layers.softmax()] })
  m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
}
`,
}

describe('models', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program)
    expect(found).toEqual(expected)
  })
})
