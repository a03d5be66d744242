import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

/** State that classes and objects carry from where it is made to where the loss sees it. */
const programs: Record<string, string> = {
  'super config, base fields, dense spread, compile third': `
import * as tf from '@tensorflow/tfjs'
interface Config { units: number; activation?: any }
class Base {
  protected model!: tf.Sequential
  constructor(protected config: Config) {}
  build() {
    this.model = tf.sequential()
    this.model.add(tf.layers.dense({ ...this.config }))
  }
  prepare() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits
}
class Soft extends Base {
  constructor() { super({ units: 3, activation: 'softmax' }) }
}
const s = new Soft()
s.build()
s.prepare()
`,
  'same, two subclasses': `
import * as tf from '@tensorflow/tfjs'
class Base {
  protected model!: tf.Sequential
  constructor(protected config: any) {}
  build() {
    this.model = tf.sequential()
    this.model.add(tf.layers.dense({ ...this.config }))
  }
  prepare() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits likely
}
class Soft extends Base {
  constructor() { super({ units: 3, activation: 'softmax' }) }
}
class Lin extends Base {
  constructor() { super({ units: 3 }) }
}
const s = new Soft()
s.build()
s.prepare()
const l = new Lin()
l.build()
l.prepare()
`,
  'subclass reassigns loss': `
import * as tf from '@tensorflow/tfjs'
class Base {
  loss: any = tf.losses.softmaxCrossEntropy
  model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  prepare() { this.model.compile({ optimizer: 'sgd', loss: this.loss }) } //! clean
}
class Fixed extends Base {
  loss = 'categoricalCrossentropy'
}
new Fixed().prepare()
class B2 {
  loss: any = 'categoricalCrossentropy'
  model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
  prepare() { this.model.compile({ optimizer: 'sgd', loss: this.loss }) } //! probabilities-as-logits
}
class Wrong extends B2 {
  constructor() { super(); this.loss = tf.losses.softmaxCrossEntropy }
}
new Wrong().prepare()
`,
  'template method, receivers known': `
import * as tf from '@tensorflow/tfjs'
abstract class Base {
  model = tf.sequential()
  abstract head(): tf.layers.Layer
  build() {
    this.model.add(tf.layers.dense({ units: 4 }))
    this.model.add(this.head())
    this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  }
}
class Soft extends Base { head() { return tf.layers.softmax() } }
new Soft().build()
`,
  'template method, receivers not known: all subclasses': `
import * as tf from '@tensorflow/tfjs'
abstract class Base {
  abstract head(): tf.layers.Layer
  build() {
    const model = tf.sequential()
    model.add(tf.layers.dense({ units: 4 }))
    model.add(this.head())
    model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits likely
  }
}
export class Soft extends Base { head() { return tf.layers.softmax() } }
export class Lin extends Base { head() { return tf.layers.dense({ units: 3 }) } }
`,
  'template method, base has default': `
import * as tf from '@tensorflow/tfjs'
class Base {
  head() { return tf.layers.dense({ units: 3, activation: 'softmax' }) }
  build() {
    const model = tf.sequential()
    model.add(this.head())
    model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits likely
  }
}
export class Lin extends Base { head() { return tf.layers.dense({ units: 3 }) } }
export { Base }
`,
  'abstract, only clean subclasses; param typed by base': `
import * as tf from '@tensorflow/tfjs'
abstract class Net {
  abstract build(): tf.Sequential
}
class A extends Net { build() { return tf.sequential({ layers: [tf.layers.dense({ units: 3 })] }) } }
class B extends Net { build() { return tf.sequential({ layers: [tf.layers.dense({ units: 5 })] }) } }
export function train(net: Net) {
  net.build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
}
export { A, B }
`,
  mixins: `
import * as tf from '@tensorflow/tfjs'
const Trainable = (B: any) => class extends B {
  prepare() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits
}
class Net { model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }) }
const N = Trainable(Net)
new N().prepare()
`,
  'mixins 2': `
import * as tf from '@tensorflow/tfjs'
const Trainable = (B: any) => class extends B {
  prepare() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! clean
}
class Net { model = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] }) }
class Full extends Trainable(Net) {}
new Full().prepare()
`,
  'getters on object literal': `
import * as tf from '@tensorflow/tfjs'
const holder = {
  _m: null as any,
  get model() { return this._m },
  set model(v: any) { this._m = v },
}
holder._m = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
holder.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const lazy = {
  get model() { return tf.sequential({ layers: [tf.layers.dense({ units: 3 })] }) },
}
lazy.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'setters on object literal': `
import * as tf from '@tensorflow/tfjs'
const holder = {
  _m: null as any,
  get model() { return this._m },
  set model(v: any) { this._m = v },
}
holder.model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
holder.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'setters on class': `
import * as tf from '@tensorflow/tfjs'
class Holder {
  private _m: any
  get model() { return this._m }
  set model(v: any) { this._m = v }
}
const h = new Holder()
h.model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] })
h.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const g = new Holder()
g.model = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] })
g.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'setter that transforms': `
import * as tf from '@tensorflow/tfjs'
class Holder {
  stored: any
  set value(v: any) { this.stored = tf.matMul(v, tf.randomNormal([3, 3])) }
  get value() { return this.stored }
  run(x: any, y: any) { this.value = tf.softmax(x); return tf.losses.softmaxCrossEntropy(y, this.value) } //! clean
}
`,
  'static factory': `
import * as tf from '@tensorflow/tfjs'
class Model {
  private constructor(readonly net: tf.Sequential) {}
  static create(activation: any) {
    return new Model(tf.sequential({ layers: [tf.layers.dense({ units: 3, activation })] }))
  }
  static soft() { return Model.create('softmax') }
  static lin() { return this.create('linear') }
  prepare() { this.net.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits likely
}
Model.soft().prepare()
Model.lin().prepare()
Model.soft().net.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
Model.lin().net.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'private fields, parameter properties': `
import * as tf from '@tensorflow/tfjs'
class Net {
  #model: tf.Sequential
  constructor(private readonly activation: any) {
    this.#model = tf.sequential()
    this.#build()
  }
  #build() { this.#model.add(tf.layers.dense({ units: 3, activation: this.activation })) }
  prepare() { this.#model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits
}
new Net('softmax').prepare()
`,
  'Object.assign(this, config)': `
import * as tf from '@tensorflow/tfjs'
class Net {
  activation: any
  units: any
  constructor(config: any) { Object.assign(this, config) }
  prepare() {
    const m = tf.sequential({ layers: [tf.layers.dense({ units: this.units, activation: this.activation })] })
    m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  }
}
new Net({ activation: 'softmax', units: 3 }).prepare()
`,
  'Object.assign(this, defaults, config) twin': `
import * as tf from '@tensorflow/tfjs'
class Net {
  activation: any
  units: any
  constructor(config: any) { Object.assign(this, { activation: 'softmax' }, config) }
  prepare() {
    const m = tf.sequential({ layers: [tf.layers.dense({ units: this.units, activation: this.activation })] })
    m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
  }
}
new Net({ activation: 'linear', units: 3 }).prepare()
`,
  'this[name]': `
import * as tf from '@tensorflow/tfjs'
const FIELD = 'net'
class Net {
  [key: string]: any
  constructor() { this[FIELD] = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }) }
  prepare() { this[FIELD].compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits
  other() { this.net.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) } //! clean
}
`,
  'arrow fields': `
import * as tf from '@tensorflow/tfjs'
class Net {
  model = tf.sequential()
  build = () => { this.model.add(tf.layers.dense({ units: 3, activation: 'softmax' })) }
  prepare = () => { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits
}
const n = new Net()
n.build()
n.prepare()
class Lin {
  model = tf.sequential()
  build = () => { this.model.add(tf.layers.dense({ units: 3 })) }
  prepare = () => { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! clean
}
`,
  'fluent builder': `
import * as tf from '@tensorflow/tfjs'
class Builder {
  private n = 3
  private act: any = 'linear'
  units(n: number) { this.n = n; return this }
  activation(a: string) { this.act = a; return this }
  build() { return tf.sequential({ layers: [tf.layers.dense({ units: this.n, activation: this.act })] }) }
}
new Builder().units(10).activation('softmax').build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
new Builder().activation('softmax').activation('linear').build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
new Builder().units(10).build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'fluent builder of a model': `
import * as tf from '@tensorflow/tfjs'
class Builder {
  model = tf.sequential()
  dense(units: number, activation?: any) { this.model.add(tf.layers.dense({ units, activation })); return this }
  build(loss: any) { this.model.compile({ optimizer: 'sgd', loss }); return this.model } //! probabilities-as-logits
}
new Builder().dense(3, 'relu').dense(3, 'softmax').build(tf.losses.softmaxCrossEntropy)
`,
  'fluent builder of a model, variable': `
import * as tf from '@tensorflow/tfjs'
class Builder {
  model = tf.sequential()
  dense(units: number, activation?: any) { this.model.add(tf.layers.dense({ units, activation })); return this }
  build() { return this.model }
}
const b = new Builder()
b.dense(3, 'softmax').dense(3)
b.build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
const c = new Builder()
c.dense(3).dense(3, 'softmax')
c.build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'object literal module': `
import * as tf from '@tensorflow/tfjs'
const Trainer = {
  model: null as any,
  build() { this.model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }) },
  train() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) }, //! probabilities-as-logits
}
Trainer.build()
Trainer.train()
`,
  'object literal module exported': `
import * as tf from '@tensorflow/tfjs'
export const Trainer = {
  model: null as any,
  build() { this.model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }) },
  train() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) }, //! probabilities-as-logits
}
export const Right = {
  model: null as any,
  build() { this.model = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] }) },
  train() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) }, //! clean
}
`,
  'factory objects: state per object': `
import * as tf from '@tensorflow/tfjs'
function makeTrainer(activation: any) {
  return {
    model: null as any,
    build() { this.model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation })] }) },
    train() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) }, //! clean
  }
}
const soft = makeTrainer('softmax')
const lin = makeTrainer('linear')
soft.build()
lin.build()
lin.train()
`,
  'factory objects 2': `
import * as tf from '@tensorflow/tfjs'
function makeTrainer() {
  return {
    activation: 'linear',
    setActivation(a: string) { this.activation = a },
    build() { return tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: this.activation as any })] }) },
  }
}
const a = makeTrainer()
const b = makeTrainer()
a.setActivation('softmax')
b.build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
a.build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'factory closures': `
import * as tf from '@tensorflow/tfjs'
function makeTrainer(activation: any) {
  let model: any = null
  return {
    build() { model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation })] }) },
    get: () => model,
  }
}
const soft = makeTrainer('softmax')
const lin = makeTrainer('linear')
soft.build()
lin.build()
lin.get().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
soft.get().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'borrowed method': `
import * as tf from '@tensorflow/tfjs'
const a = {
  activation: 'softmax',
  m() { return tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: this.activation as any })] }) },
}
const other: any = { activation: 'linear' }
other.m = a.m
other.m().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
a.m().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const third = { activation: 'softmax', m: other.m }
third.m().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'two classes same name': `
// file: a.ts
import * as tf from '@tensorflow/tfjs'
export class Net { model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }) }
// file: b.ts
import * as tf from '@tensorflow/tfjs'
export class Net { model = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] }) }
// file: main.ts
import * as tf from '@tensorflow/tfjs'
import { Net } from './a'
import { Net as Other } from './b'
const loss = tf.losses.softmaxCrossEntropy
new Net().model.compile({ optimizer: 'sgd', loss }) //! probabilities-as-logits
new Other().model.compile({ optimizer: 'sgd', loss }) //! clean
`,
  'super.method()': `
import * as tf from '@tensorflow/tfjs'
class A { build() { const m = tf.sequential(); m.add(tf.layers.dense({ units: 3 })); return m } }
class B extends A { build() { const m = super.build(); m.add(tf.layers.softmax()); return m } }
new B().build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
new A().build().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'override grows field': `
import * as tf from '@tensorflow/tfjs'
class A { model = tf.sequential(); build() { this.model.add(tf.layers.dense({ units: 3 })) } }
class B extends A {
  build() { super.build(); this.model.add(tf.layers.softmax()) }
  go() { this.model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! probabilities-as-logits
}
const b = new B()
b.build()
b.go()
`,
}

describe('classes and objects of the project', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program)
    expect(found).toEqual(expected)
  })
})
