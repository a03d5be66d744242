import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

/** Code that is right and looks wrong: nothing may be reported. */
const traps: Record<string, string> = {
  'the string categoricalCrossentropy after softmax': `
import * as tf from '@tensorflow/tfjs'
const model = tf.sequential({ layers: [tf.layers.dense({ units: 10, activation: 'softmax', inputShape: [4] })] })
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] }) //! clean
`,
  'metrics that want probabilities, as a loss': `
import * as tf from '@tensorflow/tfjs'
const model = tf.sequential()
model.add(tf.layers.dense({ units: 10, activation: 'softmax', inputShape: [4] }))
model.compile({ optimizer: 'adam', loss: tf.metrics.categoricalCrossentropy }) //! clean
const binary = tf.sequential()
binary.add(tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [4] }))
binary.compile({ optimizer: 'adam', loss: tf.losses.logLoss }) //! clean
`,
  'a closure whose parameters are named the other way round and passed on in place': `
import * as tf from '@tensorflow/tfjs'
const model = tf.sequential({ layers: [tf.layers.dense({ units: 10, inputShape: [4] })] })
model.compile({
  optimizer: 'adam',
  loss: (pred, label) => tf.losses.softmaxCrossEntropy(pred, label), //! clean
})
`,
  'names that lie': `
import * as tf from '@tensorflow/tfjs'
function train(x: tf.Tensor, predMask: tf.Tensor1D) {
  const logits = tf.softmax(x)
  tf.metrics.categoricalCrossentropy(tf.oneHot(predMask, 3), logits) //! clean
  const softmax = (v: tf.Tensor) => tf.matMul(v, v)
  tf.losses.softmaxCrossEntropy(tf.oneHot(predMask, 3), softmax(x)) //! clean
}
`,
  'functions of the same name that are not the library': `
function softmaxCrossEntropy(labels: number[], probs: number[]) { return labels.reduce((s, l, i) => s - l * Math.log(probs[i]), 0) }
function softmax(x: number[]) { return x }
const tf = { losses: { softmaxCrossEntropy }, softmax }
export const loss = tf.losses.softmaxCrossEntropy([1, 0], tf.softmax([0.2, 0.8]))
`,
  'softmax on a side branch': `
import * as tf from '@tensorflow/tfjs'
export function step(model: tf.Sequential, x: tf.Tensor, y: tf.Tensor) {
  const logits = tf.layers.dense({ units: 3 }).apply(x) as tf.Tensor
  const probs = logits.softmax()
  probs.print()
  const accuracy = tf.metrics.categoricalAccuracy(y, probs)
  return [tf.losses.softmaxCrossEntropy(y, logits), accuracy] //! clean
}
`,
  'softmax in attention and in hidden layers': `
import * as tf from '@tensorflow/tfjs'
export function attention(q: tf.Tensor2D, k: tf.Tensor2D, v: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor2D) {
  const weights = tf.softmax(tf.matMul(q, k, false, true))
  const out = tf.matMul(tf.matMul(weights as tf.Tensor2D, v), w)
  return tf.losses.softmaxCrossEntropy(y, out) //! clean
}
const model = tf.sequential()
model.add(tf.layers.dense({ units: 8, activation: 'softmax', inputShape: [4] }))
model.add(tf.layers.dense({ units: 3 }))
model.compile({ loss: tf.losses.softmaxCrossEntropy, optimizer: 'sgd' }) //! clean
`,
  'a softmax layer that is declared and never used': `
import * as tf from '@tensorflow/tfjs'
class Net {
  softmax = tf.layers.softmax()
  head = tf.layers.dense({ units: 3 })
  forward(x: tf.Tensor) { return this.head.apply(x) as tf.Tensor } // softmax comes later
}
const net = new Net()
export const loss = (x: tf.Tensor, y: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, net.forward(x)) //! clean
`,
  'softmax only outside of training': `
import * as tf from '@tensorflow/tfjs'
export function forward(x: tf.Tensor2D, w: tf.Tensor2D, training: boolean, y: tf.Tensor) {
  let out: tf.Tensor = tf.matMul(x, w)
  if (!training) out = tf.softmax(out)
  return tf.losses.softmaxCrossEntropy(y, out) //! unknown
}
`,
  'one decision for layers and loss': `
import * as tf from '@tensorflow/tfjs'
export function build(n: number) {
  const model = tf.sequential()
  model.add(tf.layers.dense({ units: n, activation: 'softmax', inputShape: [4] }))
  model.compile({ optimizer: 'adam', loss: n === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
}
export function choose(kind: string) {
  let activation: 'softmax' | 'sigmoid'
  let loss: string
  switch (kind) {
    case 'many': activation = 'softmax'; loss = 'categoricalCrossentropy'; break
    default: activation = 'sigmoid'; loss = 'binaryCrossentropy'
  }
  const model = tf.sequential()
  model.add(tf.layers.dense({ units: 4, activation, inputShape: [4] }))
  model.compile({ optimizer: 'adam', loss }) //! clean, clean
}
`,
  'an element of what a function returns': `
import * as tf from '@tensorflow/tfjs'
function forward(x: tf.Tensor2D, w: tf.Tensor2D) {
  const logits = tf.matMul(x, w)
  return [logits, logits.softmax()]
}
function named(x: tf.Tensor2D, w: tf.Tensor2D) {
  const logits = tf.matMul(x, w)
  return { logits, probs: logits.softmax() }
}
export function loss(x: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor) {
  const [logits, probs] = forward(x, w)
  const { logits: scores } = named(x, w)
  probs.print()
  tf.losses.softmaxCrossEntropy(y, scores) //! clean
  return tf.losses.softmaxCrossEntropy(y, logits) //! clean
}
`,
  'softmax on the target': `
import * as tf from '@tensorflow/tfjs'
export function distill(teacher: tf.Tensor2D, x: tf.Tensor2D, w: tf.Tensor2D) {
  const soft = tf.matMul(teacher, w).div(4).softmax()
  return tf.losses.softmaxCrossEntropy(soft, tf.matMul(x, w)) //! clean
}
`,
  'several sigmoids under binary cross-entropy': `
import * as tf from '@tensorflow/tfjs'
const model = tf.sequential()
model.add(tf.layers.dense({ units: 5, activation: 'sigmoid', inputShape: [4] }))
model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' }) //! clean
`,
  'two compile calls: the last wins': `
import * as tf from '@tensorflow/tfjs'
const model = tf.sequential()
model.add(tf.layers.dense({ units: 5, activation: 'softmax', inputShape: [4] }))
model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy })
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }) //! clean
`,
  'models that are loaded or handed in': `
import * as tf from '@tensorflow/tfjs'
export async function tune(given: tf.LayersModel) {
  const model = await tf.loadLayersModel('model.json')
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! unknown
  given.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }) //! unknown
}
`,
  'code in comments and strings': `
import * as tf from '@tensorflow/tfjs'
// tf.losses.softmaxCrossEntropy(y, tf.softmax(x))
export const text = "tf.losses.softmaxCrossEntropy(y, tf.softmax(x))"
/* model.compile({ loss: tf.losses.softmaxCrossEntropy }) */
export const keep = tf
`,
  'log-probabilities after softmax': `
import * as tf from '@tensorflow/tfjs'
export function nll(x: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor) {
  const logProbs = tf.matMul(x, w).softmax().log() //! clean
  return y.mul(logProbs).sum().neg()
}
`,
  'a loss of another library that a variable is rebound to': `
import * as tf from '@tensorflow/tfjs'
import { crossEntropy } from 'some-losses'
let loss: Function = tf.losses.softmaxCrossEntropy
loss = crossEntropy
export const value = (y: tf.Tensor, x: tf.Tensor) => loss(y, tf.softmax(x))
`,
  'a layer that is added after a callback was handed out': `
import * as tf from '@tensorflow/tfjs'
const model = tf.sequential()
model.add(tf.layers.dense({ units: 10, inputShape: [4] }))
document.addEventListener('click', () => {
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }) //! unknown
})
model.add(tf.layers.softmax())
`,
  'a variable that is rebound after the loss was taken': `
import * as tf from '@tensorflow/tfjs'
export function step(x: tf.Tensor2D, w: tf.Tensor2D, y: tf.Tensor) {
  let out: tf.Tensor = x.matMul(w)
  tf.train.sgd(1).minimize(() => tf.losses.softmaxCrossEntropy(y, out)) //! clean
  out = out.softmax()
  return out
}
`,
  'a list that grows by a callback': `
import * as tf from '@tensorflow/tfjs'
const NAMES: string[] = []
document.querySelectorAll('button').forEach((button) => NAMES.push(button.id))
const model = tf.sequential()
model.add(tf.layers.dense({ units: NAMES.length, activation: 'softmax', inputShape: [4] }))
model.compile({ optimizer: 'adam', loss: NAMES.length === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
`,
  'half of a split or a part of a distribution': `
import * as tf from '@tensorflow/tfjs'
export function f(x: tf.Tensor2D, y: tf.Tensor2D) {
  const probs = tf.softmax(x)
  const batch = probs.slice([0, 0], [4, -1])
  return tf.metrics.categoricalCrossentropy(y, batch) //! clean
}
`,
}

describe('right code that looks wrong stays quiet', () => {
  test.each(Object.entries(traps))('%s', (_, program) => {
    const { found, expected } = verdicts(program)
    expect(found).toEqual(expected)
  })
})
