import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

/** Parameters that their callers give; each wrong beside its right twin. */
const programs: Record<string, string> = {
  'pairs of losses and predictions that closures keep apart': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
const flip = (f) => (a, b) => f(b, a) //! unknown, unknown
flip(tf.losses.softmaxCrossEntropy)(tf.matMul(x, x), y)
flip(tf.metrics.categoricalCrossentropy)(tf.softmax(x), y)
`,
  'a loss that is bound to its labels, called by itself and as a member': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
const bound = tf.losses.softmaxCrossEntropy.bind(null, y)
bound(tf.softmax(x)) //! probabilities-as-logits
const held = { loss: bound }
held.loss(tf.matMul(x, x)) //! clean
`,
  'class indices in the place of scores': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
const scores = tf.layers.dense({ units: 3 }).apply(x)
tf.losses.softmaxCrossEntropy(tf.oneHot(labels, 3), scores.argMax(-1)) //! unknown
`,
  'functions in lists, records and other values': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
const trainers = []
function first(y, p) { tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
trainers.push(first)
for (const train of trainers) train(y, tf.softmax(x))
const second = (y, p) => tf.losses.softmaxCrossEntropy(y, p) //! clean
const api = { fit: second, nested: { third: (y, p) => tf.losses.softmaxCrossEntropy(y, p) } } //! probabilities-as-logits
api.fit(y, tf.matMul(x, x))
api.nested.third(y, tf.softmax(x))
const renamed = fourth
function fourth(y, p) { tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
renamed(y, tf.softmax(x))
`,
  'functions that are exported under another name': `
// file: lib.ts
import * as tf from '@tensorflow/tfjs'
const train = (y, p) => tf.losses.softmaxCrossEntropy(y, p) //! probabilities-as-logits
function evaluate(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! clean
function inner(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
export default { train, run: inner }
export { evaluate as check }
// file: barrel.ts
export { check as verify } from './lib'
export { default as lib } from './lib'
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import { lib, verify } from './barrel'
lib.train(y, tf.softmax(x))
verify(y, tf.matMul(x, x))
lib.run(y, tf.softmax(x))
`,
  'handed on to another function': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
function ce(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
function other(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! clean
function run(loss, p) { return loss(y, p) }
run(ce, tf.softmax(x))
run(other, tf.matMul(x, x))
`,
  'handed on in another file': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import { ce, other } from './losses'
import { run } from './run'
run(ce, tf.softmax(x))
run(other, tf.matMul(x, x))
// file: losses.ts
import * as tf from '@tensorflow/tfjs'
export function ce(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
export function other(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! clean
// file: run.ts
export const run = (loss, p) => [1, 2].map(() => loss(y, p))
`,
  'methods through an instance in a field': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
class Loss {
  soft(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
  plain(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! clean
  static of(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
}
class Trainer {
  private readonly loss = new Loss()
  step(x, y) {
    this.loss.soft(y, tf.softmax(x))
    this.loss.plain(y, tf.matMul(x, x))
    Loss.of(y, tf.softmax(x))
  }
}
`,
  recursion: `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
function train(model, epochs) {
  if (epochs === 0) return
  tf.losses.softmaxCrossEntropy(y, model.apply(x)) //! probabilities-as-logits
  train(model, epochs - 1)
}
train(tf.layers.dense({ units: 3, activation: 'softmax' }), 10)
function right(model, epochs) {
  tf.losses.softmaxCrossEntropy(y, model.apply(x)) //! clean
  if (epochs > 0) right(model, epochs - 1)
}
right(tf.layers.dense({ units: 3 }), 10)
`,
  overloads: `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
export function layer(units: number): tf.layers.Layer
export function layer(options: { units: number; activation?: string }): tf.layers.Layer
export function layer(given: any): tf.layers.Layer {
  return typeof given === 'number' ? tf.layers.dense({ units: given }) : tf.layers.dense(given)
}
tf.losses.softmaxCrossEntropy(y, layer({ units: 3, activation: 'softmax' }).apply(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, layer(3).apply(x)) //! clean
`,
  'rest and spread': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
function ce(...args) { return tf.losses.softmaxCrossEntropy(args[0], args[1]) } //! probabilities-as-logits
ce(y, tf.softmax(x))
function right(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! clean
const pair = [y, tf.matMul(x, x)]
right(...pair)
function forwarded(...args) { return inner(...args) }
function inner(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
forwarded(y, tf.softmax(x))
`,
  'an object of options, with a default loss': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
function train({ model, loss = tf.losses.softmaxCrossEntropy, optimizer = 'adam' }) {
  model.compile({ optimizer, loss }) //! probabilities-as-logits
}
train({ model: tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }) })
function right({ model, loss = tf.losses.softmaxCrossEntropy, optimizer = 'adam' }) {
  model.compile({ optimizer, loss }) //! clean
}
right({ model: tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }), loss: 'categoricalCrossentropy' })
`,
  'bound arguments': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
function ce(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } //! probabilities-as-logits
const bound = ce.bind(null, y)
bound(tf.softmax(x))
function right(p, y) { return tf.losses.softmaxCrossEntropy(y, p) } //! clean
const all = right.bind(null, tf.matMul(x, x), y)
all()
`,
  'decorators that wrap': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
const timed = (fn) => (...args) => { const out = fn(...args); return out }
const soft = timed((x) => tf.softmax(x))
const plain = timed((x) => tf.matMul(x, x))
tf.losses.softmaxCrossEntropy(y, soft(x)) //! probabilities-as-logits
tf.losses.softmaxCrossEntropy(y, plain(x)) //! clean
const logged = (fn) => (...args) => fn(...args)
const loss = logged((y, p) => tf.losses.softmaxCrossEntropy(y, p)) //! probabilities-as-logits
loss(y, tf.softmax(x))
function log(target, context) { return target }
class Net {
  @log forward(x) { return tf.softmax(x) }
}
tf.losses.softmaxCrossEntropy(y, new Net().forward(x)) //! probabilities-as-logits
`,
  'callbacks of one’s own functions': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
function withBatch(run) { return run(tf.softmax(x), y) }
withBatch((p, y) => tf.losses.softmaxCrossEntropy(y, p)) //! probabilities-as-logits
function withPlain(run) { return run(tf.matMul(x, x), y) }
withPlain((p, y) => tf.losses.softmaxCrossEntropy(y, p)) //! clean
`,
  'tests are callers too': `
// file: src/loss.ts
import * as tf from '@tensorflow/tfjs'
export const ce = (y, p) => tf.losses.softmaxCrossEntropy(y, p) //! probabilities-as-logits
export const right = (y, p) => tf.losses.softmaxCrossEntropy(y, p) //! clean
// file: src/loss.test.ts
import * as tf from '@tensorflow/tfjs'
import { ce, right } from './loss'
test('loss', () => { ce(y, tf.softmax(x)); right(y, tf.matMul(x, x)) })
`,
  'the loss and what it is given belong to one receiver': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
abstract class Base {
  abstract output(z: tf.Tensor): tf.Tensor
  abstract criterion(y: tf.Tensor, out: tf.Tensor): tf.Tensor
  cost(x: tf.Tensor, y: tf.Tensor) { return this.criterion(y, this.output(tf.matMul(x, x))) }
}
export class Raw extends Base {
  output(z: tf.Tensor) { return z }
  criterion(y: tf.Tensor, out: tf.Tensor) { return tf.losses.softmaxCrossEntropy(y, out) } //! clean
}
export class Twice extends Base {
  output(z: tf.Tensor) { return tf.softmax(z) }
  criterion(y: tf.Tensor, out: tf.Tensor) { return tf.losses.softmaxCrossEntropy(y, out) } //! probabilities-as-logits
}
export class Normalised extends Base {
  output(z: tf.Tensor) { return tf.softmax(z) }
  criterion(y: tf.Tensor, out: tf.Tensor) { return tf.metrics.categoricalCrossentropy(y, out) } //! clean
}
`,
  'the loss and what it is given belong to one object of several': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
const raw = { output: (z) => z, loss: (y, out) => tf.losses.softmaxCrossEntropy(y, out) } //! clean
const twice = { output: (z) => tf.softmax(z), loss: (y, out) => tf.losses.softmaxCrossEntropy(y, out) } //! probabilities-as-logits
const step = (pair, x, y) => pair.loss(y, pair.output(tf.matMul(x, x)))
export const all = (x, y) => [step(raw, x, y), step(twice, x, y)]
`,
  'a loss that one caller passes, with what that caller passes': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
const fit = (forward, loss) => (x, y) => tf.train.adam().minimize(() => loss(y, forward(x))) //! clean, clean
export const scores = fit((x) => tf.matMul(x, x), tf.losses.softmaxCrossEntropy)
export const shares = fit((x) => tf.softmax(tf.matMul(x, x)), tf.metrics.categoricalCrossentropy)
`,
  'a loss that one caller passes, with what is wrong for it': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
const fit = (forward, loss) => (x, y) => tf.train.adam().minimize(() => loss(y, forward(x))) //! probabilities-as-logits, clean
export const scores = fit((x) => tf.softmax(tf.matMul(x, x)), tf.losses.softmaxCrossEntropy)
export const shares = fit((x) => tf.softmax(tf.matMul(x, x)), tf.metrics.categoricalCrossentropy)
`,
  'objects of two callers that a function changes, each for itself': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
class Scores { give(x) { return tf.matMul(x, x) } }
class Shares { give(x) { return tf.softmax(tf.matMul(x, x)) } }
function naming(model) { model.name = 'named' }
function right(model, x, y) { naming(model); tf.losses.softmaxCrossEntropy(y, model.give(x)) } //! clean
function wrong(model, x, y) { naming(model); tf.losses.softmaxCrossEntropy(y, model.give(x)) } //! probabilities-as-logits
right(new Scores(), x, y)
right(new Scores(), y, x)
wrong(new Scores(), x, y)
wrong(new Shares(), x, y)
`,
  'one caller of whom nothing is known': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import { foreign } from 'elsewhere'
const scores = (x) => tf.matMul(x, x)
const right = (forward, x, y) => tf.losses.softmaxCrossEntropy(y, forward(x)) //! clean
right(scores, x, y)
right(scores, y, x)
const open = (forward, x, y) => tf.losses.softmaxCrossEntropy(y, forward(x)) //! unknown
open(scores, x, y)
open(foreign, x, y)
const wrong = (forward, x, y) => tf.losses.softmaxCrossEntropy(y, forward(x)) //! probabilities-as-logits
wrong((x) => tf.softmax(scores(x)), x, y)
wrong(foreign, x, y)
`,
  'what nothing calls': `
// file: main.ts
import * as tf from '@tensorflow/tfjs'
export function train(m, x, y) { tf.losses.softmaxCrossEntropy(y, m.predict(x)) } //! unknown
`,
}

describe('parameters are followed to their callers', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program.slice(1))
    expect(found).toEqual(expected)
  })
})
