import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

/** How a loss comes to a call: made, chosen, kept in data. */
const programs: Record<string, string> = {
  'loss factory': `
import * as tf from '@tensorflow/tfjs'
const makeLoss = (smooth: number) => (y: tf.Tensor, p: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, p, undefined, smooth) //! probabilities-as-logits
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
m.compile({ optimizer: 'sgd', loss: makeLoss(0.1) })
`,
  'loss factory clean': `
import * as tf from '@tensorflow/tfjs'
function makeLoss(smooth: number) { return function (y: tf.Tensor, p: tf.Tensor) { return tf.losses.softmaxCrossEntropy(y, p, undefined, smooth) } } //! clean
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] })
const loss = makeLoss(0.1)
m.compile({ optimizer: 'sgd', loss })
`,
  'factory that returns a library function': `
import * as tf from '@tensorflow/tfjs'
const pick = (kind: string) => (kind === 'a' ? tf.losses.softmaxCrossEntropy : 'categoricalCrossentropy')
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
m.compile({ optimizer: 'sgd', loss: pick('a') as any }) //! probabilities-as-logits
m.fit(tf.zeros([1]), tf.zeros([1]))
m.compile({ optimizer: 'sgd', loss: pick('b') as any }) //! clean
`,
  'losses by name': `
import * as tf from '@tensorflow/tfjs'
const losses: any = { ce: tf.losses.softmaxCrossEntropy, cat: 'categoricalCrossentropy' }
const m = () => tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
m().compile({ optimizer: 'sgd', loss: losses['ce'] }) //! probabilities-as-logits
m().compile({ optimizer: 'sgd', loss: losses.cat }) //! clean
const NAME = 'cat'
m().compile({ optimizer: 'sgd', loss: losses[NAME] }) //! clean
enum Kind { CE = 'ce', CAT = 'cat' }
m().compile({ optimizer: 'sgd', loss: losses[Kind.CE] }) //! probabilities-as-logits
export const f = (name: string) => m().compile({ optimizer: 'sgd', loss: losses[name] }) //! probabilities-as-logits likely, clean
`,
  'config objects': `
// file: config.ts
import * as tf from '@tensorflow/tfjs'
export const base = { optimizer: 'sgd', metrics: ['acc'] }
export const cfg = { loss: tf.losses.softmaxCrossEntropy, ...base }
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import { base, cfg } from './config'
const m = () => tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
const { loss, ...rest } = cfg
m().compile({ loss: cfg.loss, ...rest }) //! probabilities-as-logits
const compileArgs = { ...base, loss: 'categoricalCrossentropy' } //! clean
m().compile(compileArgs)
m().compile(Object.assign({}, base, { loss })) //! probabilities-as-logits
m().compile(Object.assign({}, cfg, { loss: 'categoricalCrossentropy' })) //! clean
m().compile({ ...base, loss }) //! probabilities-as-logits
`,
  'defaults merged with opts': `
import * as tf from '@tensorflow/tfjs'
function prepare(opts: any = {}) {
  const defaults = { loss: tf.losses.softmaxCrossEntropy, optimizer: 'sgd' }
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  m.compile(Object.assign({}, defaults, opts)) //! probabilities-as-logits likely, clean
}
prepare()
prepare({ loss: 'categoricalCrossentropy' })
`,
  'tf as parameter': `
// file: main.js
import * as tfjs from '@tensorflow/tfjs'
function build(tf) {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
}
build(tfjs)
`,
  'destructured tf': `
import * as tf from '@tensorflow/tfjs'
const { layers, losses, sequential } = tf
const m = sequential({ layers: [layers.dense({ units: 3, activation: 'softmax' })] })
m.compile({ optimizer: 'sgd', loss: losses.softmaxCrossEntropy }) //! probabilities-as-logits
const L = tf.losses
const { softmaxCrossEntropy: ce } = L
export const f = (x: any, y: any) => [L['softmaxCrossEntropy'](y, tf.softmax(x)), ce(y, tf.matMul(x, x))] //! probabilities-as-logits, clean
`,
  'dynamic import': `
// file: main.ts
const SPEC = '@tensorflow/tfjs'
export async function run() {
  const tf = await import('@tensorflow/tfjs')
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
}
export async function run2() {
  const tf = await import(SPEC)
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] })
  m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
  import(SPEC).then((tf) => {
    const n = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
    n.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  })
}
`,
  'two compiles, functions': `
import * as tf from '@tensorflow/tfjs'
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
function first(model: tf.Sequential) { model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) }
function second(model: tf.Sequential) { model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) } //! clean
first(m)
second(m)
m.fit(tf.zeros([1]), tf.zeros([1]))
`,
  'two compiles, fit between': `
import * as tf from '@tensorflow/tfjs'
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
m.fit(tf.zeros([1]), tf.zeros([1]))
m.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean
`,
  'two compiles, branch': `
import * as tf from '@tensorflow/tfjs'
export function f(flag: boolean) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  if (flag) m.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean
}
export function g(flag: boolean) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  if (flag) m.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy })
  m.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean
}
`,
  'two compiles, methods': `
import * as tf from '@tensorflow/tfjs'
class Net {
  model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  constructor() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }); this.prepare() }
  prepare() { this.model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) } //! clean
}
`,
  'loss by output layer name through functions': `
import * as tf from '@tensorflow/tfjs'
const head = (name: string, activation?: any) => tf.layers.dense({ units: 3, name, activation })
const input = tf.input({ shape: [2] })
const outs = { kind: head('kind', 'softmax').apply(input) as tf.SymbolicTensor, flag: head('flag').apply(input) as tf.SymbolicTensor }
const m = tf.model({ inputs: input, outputs: Object.values(outs) })
m.compile({ optimizer: 'sgd', loss: {
  kind: tf.losses.softmaxCrossEntropy, //! probabilities-as-logits
  flag: tf.losses.softmaxCrossEntropy, //! clean
} })
`,
  'loss wrapper in method': `
import * as tf from '@tensorflow/tfjs'
class T {
  loss(y: tf.Tensor, p: tf.Tensor) { return tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
  model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  go() { this.model.compile({ optimizer: 'sgd', loss: this.loss }) }
}
`,
  'loss wrapper bound': `
import * as tf from '@tensorflow/tfjs'
class T {
  loss(y: tf.Tensor, p: tf.Tensor) { return tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
  model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  go() { this.model.compile({ optimizer: 'sgd', loss: this.loss.bind(this) }) }
}
`,
}

describe('losses', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program)
    expect(found).toEqual(expected)
  })
})
