import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

/** Layers and losses that one decision, or one caller, chooses together. */
const programs: Record<string, string> = {
  'correlated, clean': `
import * as tf from '@tensorflow/tfjs'
export function f(n: number) {
  const m = tf.sequential()
  m.add(tf.layers.dense({ units: n, activation: n === 2 ? 'sigmoid' : 'softmax' }))
  m.compile({ optimizer: 'sgd', loss: n === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
}
`,
  crossed: `
import * as tf from '@tensorflow/tfjs'
export function f(n: number) {
  const m = tf.sequential()
  m.add(tf.layers.dense({ units: 5, activation: n === 2 ? 'softmax' : 'sigmoid' }))
  m.compile({ optimizer: 'sgd', loss: n === 2 ? tf.losses.sigmoidCrossEntropy : 'categoricalCrossentropy' }) //! probabilities-as-logits likely, probabilities-as-distribution likely
}
`,
  'crossed one branch': `
import * as tf from '@tensorflow/tfjs'
export function f(n: number) {
  const m = tf.sequential()
  m.add(tf.layers.dense({ units: 5, activation: n === 2 ? 'softmax' : undefined }))
  m.compile({ optimizer: 'sgd', loss: n === 2 ? tf.losses.softmaxCrossEntropy : 'meanSquaredError' }) //! probabilities-as-logits likely
}
`,
  switch: `
import * as tf from '@tensorflow/tfjs'
export function f(kind: string) {
  const m = tf.sequential()
  let loss: any
  switch (kind) {
    case 'multi':
      m.add(tf.layers.dense({ units: 5, activation: 'softmax' }))
      loss = 'categoricalCrossentropy'
      break
    case 'binary':
      m.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
      loss = 'binaryCrossentropy'
      break
    default:
      m.add(tf.layers.dense({ units: 5 }))
      loss = tf.losses.softmaxCrossEntropy
  }
  m.compile({ optimizer: 'sgd', loss }) //! clean, clean, clean
}
`,
  'switch wrong': `
import * as tf from '@tensorflow/tfjs'
export function f(kind: string) {
  const m = tf.sequential()
  let loss: any
  switch (kind) {
    case 'multi':
      m.add(tf.layers.dense({ units: 5, activation: 'softmax' }))
      loss = tf.losses.softmaxCrossEntropy
      break
    default:
      m.add(tf.layers.dense({ units: 5 }))
      loss = tf.losses.softmaxCrossEntropy
  }
  m.compile({ optimizer: 'sgd', loss }) //! unknown
}
`,
  'early return': `
import * as tf from '@tensorflow/tfjs'
export function f(binary: boolean) {
  const m = tf.sequential()
  if (binary) {
    m.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
    m.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' }) //! clean
    return m
  }
  m.add(tf.layers.dense({ units: 5, activation: 'softmax' }))
  m.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean
  return m
}
`,
  'early return in builder, then same condition': `
import * as tf from '@tensorflow/tfjs'
function build(binary: boolean) {
  if (binary) return tf.sequential({ layers: [tf.layers.dense({ units: 1, activation: 'sigmoid' })] })
  return tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: 'softmax' })] })
}
export function f(binary: boolean) {
  const m = build(binary)
  m.compile({ optimizer: 'sgd', loss: binary ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
}
`,
  'condition in another function with same parameter': `
import * as tf from '@tensorflow/tfjs'
function lossFor(kind: string) { return kind === 'multi' ? 'categoricalCrossentropy' : 'binaryCrossentropy' }
function activationFor(kind: string) { return kind === 'multi' ? 'softmax' : 'sigmoid' }
export function f(kind: string) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: activationFor(kind) })] })
  m.compile({ optimizer: 'sgd', loss: lossFor(kind) }) //! clean, clean
}
`,
  'options by mode': `
import * as tf from '@tensorflow/tfjs'
const MODES: any = {
  multi: { activation: 'softmax', loss: 'categoricalCrossentropy' },
  binary: { activation: 'sigmoid', loss: 'binaryCrossentropy' },
}
export function f(mode: string) {
  const o = MODES[mode]
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: o.activation })] })
  m.compile({ optimizer: 'sgd', loss: o.loss }) //! clean, clean
}
`,
  'options by mode, one wrong': `
import * as tf from '@tensorflow/tfjs'
const MODES: any = {
  multi: { activation: 'softmax', loss: tf.losses.softmaxCrossEntropy },
  binary: { activation: 'sigmoid', loss: 'binaryCrossentropy' },
}
export function f(mode: string) {
  const { activation, loss } = MODES[mode]
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation })] })
  m.compile({ optimizer: 'sgd', loss }) //! probabilities-as-logits likely, clean
}
`,
  'two maps, one key': `
import * as tf from '@tensorflow/tfjs'
const ACT: any = { multi: 'softmax', binary: 'sigmoid' }
const LOSS: any = { multi: 'categoricalCrossentropy', binary: 'binaryCrossentropy' }
export function f(mode: string) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: ACT[mode] })] })
  m.compile({ optimizer: 'sgd', loss: LOSS[mode] }) //! clean, clean
}
`,
  'if/else sets config': `
import * as tf from '@tensorflow/tfjs'
export function f(binary: boolean) {
  let o
  if (binary) o = { units: 1, activation: 'sigmoid', loss: 'binaryCrossentropy' }
  else o = { units: 5, activation: 'softmax', loss: 'categoricalCrossentropy' }
  const m = tf.sequential({ layers: [tf.layers.dense({ units: o.units, activation: o.activation as any })] })
  m.compile({ optimizer: 'sgd', loss: o.loss }) //! clean, clean
}
`,
  'this.mode in two methods': `
import * as tf from '@tensorflow/tfjs'
class T {
  model!: tf.Sequential
  constructor(private binary: boolean) {}
  build() {
    this.model = tf.sequential()
    if (this.binary) this.model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
    else this.model.add(tf.layers.dense({ units: 5, activation: 'softmax' }))
  }
  prepare() {
    this.model.compile({ optimizer: 'sgd', loss: this.binary ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
  }
}
`,
  'config.mode, aliased condition': `
import * as tf from '@tensorflow/tfjs'
export function f(config: { classes: number }) {
  const isBinary = config.classes === 2
  const m = tf.sequential({ layers: [tf.layers.dense({ units: isBinary ? 1 : config.classes, activation: isBinary ? 'sigmoid' : 'softmax' })] })
  const loss = config.classes === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy'
  m.compile({ optimizer: 'sgd', loss }) //! clean, clean
}
`,
  comparisons: `
import * as tf from '@tensorflow/tfjs'
export function f(n: number) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: n, activation: n > 2 ? 'softmax' : 'sigmoid' })] })
  m.compile({ optimizer: 'sgd', loss: n <= 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
}
`,
  negated: `
import * as tf from '@tensorflow/tfjs'
export function f(multi: boolean) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: multi ? 'softmax' : 'sigmoid' })] })
  m.compile({ optimizer: 'sgd', loss: !multi ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
}
`,
  'boolean literal comparison': `
import * as tf from '@tensorflow/tfjs'
export function f(multi: boolean) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: multi === true ? 'softmax' : 'sigmoid' })] })
  m.compile({ optimizer: 'sgd', loss: multi ? 'categoricalCrossentropy' : 'binaryCrossentropy' }) //! clean, unknown
}
`,
  'logical operators as values': `
import * as tf from '@tensorflow/tfjs'
export function f(binary: boolean) {
  const activation = (binary && 'sigmoid') || 'softmax'
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: activation as any })] })
  m.compile({ optimizer: 'sgd', loss: binary ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
}
`,
  uncorrelated: `
import * as tf from '@tensorflow/tfjs'
export function f(a: boolean, b: boolean) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: a ? 'softmax' : 'linear' })] })
  m.compile({ optimizer: 'sgd', loss: b ? tf.losses.softmaxCrossEntropy : 'meanSquaredError' }) //! unknown
}
`,
  'eager correlated': `
import * as tf from '@tensorflow/tfjs'
export function f(x: tf.Tensor2D, y: tf.Tensor, soft: boolean) {
  let out: tf.Tensor = tf.matMul(x, x)
  if (soft) out = tf.softmax(out)
  return soft ? tf.metrics.categoricalCrossentropy(y, out) : tf.losses.softmaxCrossEntropy(y, out) //! clean, clean
}
`,
  'eager crossed': `
import * as tf from '@tensorflow/tfjs'
export function f(x: tf.Tensor2D, y: tf.Tensor, soft: boolean) {
  let out: tf.Tensor = tf.matMul(x, x)
  if (soft) out = tf.softmax(out)
  if (soft) {
    return tf.losses.softmaxCrossEntropy(y, out) //! probabilities-as-logits
  }
  return tf.losses.softmaxCrossEntropy(y, out) //! clean
}
`,
  'compile under the same condition': `
import * as tf from '@tensorflow/tfjs'
export function f(binary: boolean) {
  const m = tf.sequential()
  if (binary) m.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  else m.add(tf.layers.dense({ units: 5, activation: 'softmax' }))
  if (binary) m.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' }) //! clean
  else m.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean
}
`,
  'one activation, two losses, known n': `
import * as tf from '@tensorflow/tfjs'
function build(n: number) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: n, activation: n === 1 ? 'sigmoid' : 'softmax' })] })
  m.compile({ optimizer: 'sgd', loss: n === 1 ? 'binaryCrossentropy' : 'categoricalCrossentropy' }) //! clean, clean
}
build(1)
build(5)
`,
  'callers correlate activation and loss': `
import * as tf from '@tensorflow/tfjs'
function build(activation: any, loss: any) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation })] })
  m.compile({ optimizer: 'sgd', loss }) //! clean, clean
  return m
}
build('softmax', 'categoricalCrossentropy')
build('sigmoid', 'binaryCrossentropy')
`,
  'callers correlate, one wrong': `
import * as tf from '@tensorflow/tfjs'
function build(activation: any, loss: any) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation })] })
  m.compile({ optimizer: 'sgd', loss }) //! clean, probabilities-as-logits likely
  return m
}
build('softmax', 'categoricalCrossentropy')
build('sigmoid', tf.losses.sigmoidCrossEntropy)
`,
  'many callers, same loss': `
import * as tf from '@tensorflow/tfjs'
function build(units: number, loss: any) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units, activation: 'softmax' })] })
  m.compile({ optimizer: 'sgd', loss }) //! probabilities-as-logits proved
  return m
}
build(1, tf.losses.softmaxCrossEntropy); build(2, tf.losses.softmaxCrossEntropy); build(3, tf.losses.softmaxCrossEntropy)
build(4, tf.losses.softmaxCrossEntropy); build(5, tf.losses.softmaxCrossEntropy); build(6, tf.losses.softmaxCrossEntropy)
build(14, tf.losses.softmaxCrossEntropy); build(15, tf.losses.softmaxCrossEntropy); build(16, tf.losses.softmaxCrossEntropy)
build(24, tf.losses.softmaxCrossEntropy); build(25, tf.losses.softmaxCrossEntropy); build(26, tf.losses.softmaxCrossEntropy)
build(34, tf.losses.softmaxCrossEntropy); build(35, tf.losses.softmaxCrossEntropy); build(36, tf.losses.softmaxCrossEntropy)
build(44, tf.losses.softmaxCrossEntropy); build(45, tf.losses.softmaxCrossEntropy); build(46, tf.losses.softmaxCrossEntropy)
build(54, tf.losses.softmaxCrossEntropy); build(55, tf.losses.softmaxCrossEntropy); build(56, tf.losses.softmaxCrossEntropy)
build(64, tf.losses.softmaxCrossEntropy); build(65, tf.losses.softmaxCrossEntropy); build(66, tf.losses.softmaxCrossEntropy)
build(74, tf.losses.softmaxCrossEntropy); build(75, tf.losses.softmaxCrossEntropy); build(76, tf.losses.softmaxCrossEntropy)
`,
  'from logits flag': `
import * as tf from '@tensorflow/tfjs'
function ce(y: tf.Tensor, p: tf.Tensor, fromLogits: boolean) {
  if (fromLogits) return tf.losses.softmaxCrossEntropy(y, p) //! clean
  return tf.metrics.categoricalCrossentropy(y, p) //! clean
}
export const a = (x: tf.Tensor2D, y: tf.Tensor) => ce(y, x.matMul(x), true)
export const b = (x: tf.Tensor2D, y: tf.Tensor) => ce(y, x.matMul(x).softmax(), false)
`,
  'from logits flag, wrong': `
import * as tf from '@tensorflow/tfjs'
function ce(y: tf.Tensor, p: tf.Tensor, fromLogits: boolean) {
  if (fromLogits) return tf.losses.softmaxCrossEntropy(y, p) //! probabilities-as-logits
  return tf.metrics.categoricalCrossentropy(y, p) //! logits-as-probabilities
}
export const a = (x: tf.Tensor2D, y: tf.Tensor) => ce(y, x.matMul(x), false)
export const b = (x: tf.Tensor2D, y: tf.Tensor) => ce(y, x.matMul(x).softmax(), true)
`,
  'flag in compile': `
import * as tf from '@tensorflow/tfjs'
function prepare(m: tf.LayersModel, fromLogits: boolean) {
  m.compile({ optimizer: 'sgd', loss: fromLogits ? tf.losses.softmaxCrossEntropy : 'categoricalCrossentropy' }) //! clean, clean
}
prepare(tf.sequential({ layers: [tf.layers.dense({ units: 5 })] }), true)
prepare(tf.sequential({ layers: [tf.layers.softmax()] }), false)
`,
  'options object of callers': `
import * as tf from '@tensorflow/tfjs'
function build(o: any) {
  const m = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: o.activation })] })
  m.compile({ optimizer: 'sgd', loss: o.loss }) //! clean, clean
}
build({ activation: 'softmax', loss: 'categoricalCrossentropy' })
build({ activation: 'sigmoid', loss: 'binaryCrossentropy' })
`,
  'subclasses, open': `
import * as tf from '@tensorflow/tfjs'
abstract class Base {
  abstract head(): tf.layers.Layer
  abstract loss(): any
  build() {
    const model = tf.sequential({ layers: [this.head()] })
    model.compile({ optimizer: 'sgd', loss: this.loss() }) //! clean, clean
  }
}
export class A extends Base { head() { return tf.layers.dense({ units: 5, activation: 'softmax' }) } loss() { return 'categoricalCrossentropy' } }
export class B extends Base { head() { return tf.layers.dense({ units: 5 }) } loss() { return tf.losses.softmaxCrossEntropy } }
`,
  'subclasses, open, fields': `
import * as tf from '@tensorflow/tfjs'
abstract class Base {
  protected activation: any
  protected loss: any
  build() {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: this.activation })] })
    model.compile({ optimizer: 'sgd', loss: this.loss }) //! clean, probabilities-as-logits
  }
}
export class A extends Base { constructor() { super(); this.activation = 'softmax'; this.loss = 'categoricalCrossentropy' } }
export class B extends Base { activation = 'softmax'; loss = tf.losses.softmaxCrossEntropy }
`,
  'two instances of a class': `
import * as tf from '@tensorflow/tfjs'
class T {
  constructor(private activation: any, private loss: any) {}
  build() {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: this.activation })] })
    model.compile({ optimizer: 'sgd', loss: this.loss }) //! clean, clean
  }
}
new T('softmax', 'categoricalCrossentropy').build()
new T(undefined, tf.losses.softmaxCrossEntropy).build()
`,
  'two instances of a class, open': `
import * as tf from '@tensorflow/tfjs'
export class T {
  constructor(private activation: any, private loss: any) {}
  build() {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 5, activation: this.activation })] })
    model.compile({ optimizer: 'sgd', loss: this.loss }) //! clean, clean
  }
}
export const a = new T('softmax', 'categoricalCrossentropy')
export const b = new T(undefined, tf.losses.softmaxCrossEntropy)
export const run = (t: T) => t.build()
`,
}

describe('decisions and callers', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program)
    expect(found).toEqual(expected)
  })
})
