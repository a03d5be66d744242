import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const CE = tf.losses.softmaxCrossEntropy
const ends = (last: { units?: number; activation?: string }) => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 10, ...last })] })
  return model
}
`

/** Objects that change between where they are made and where the loss sees them. */
const programs: Record<string, string> = {
  'Object.assign changes its target': `
const a = { units: 10, activation: 'softmax' }
Object.assign(a, { activation: 'linear' })
ends(a).compile({ optimizer: 'sgd', loss: CE }) //! clean
const b = { units: 10, activation: 'linear' }
Object.assign(b, { activation: 'softmax' })
ends(b).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'an object under two names': `
const a = { activation: 'softmax' }
const b = a
b.activation = 'linear'
ends(a).compile({ optimizer: 'sgd', loss: CE }) //! unknown
const c = { activation: 'softmax' }
ends(c).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
c.activation = 'linear'
ends(c).compile({ optimizer: 'sgd', loss: CE }) //! clean
`,
  'a model that is stored before its layers are added': `
class Net {
  model: tf.Sequential
  constructor() {
    const model = tf.sequential()
    this.model = model
    model.add(tf.layers.dense({ units: 10 }))
    model.add(tf.layers.softmax())
  }
  train() { this.model.compile({ optimizer: 'sgd', loss: CE }) } //! probabilities-as-logits
}
const first = tf.sequential()
const second = first
second.add(tf.layers.dense({ units: 10 }))
first.compile({ optimizer: 'sgd', loss: CE }) //! clean
const list = [tf.layers.dense({ units: 10 })]
const same = list
same.push(tf.layers.softmax())
tf.sequential({ layers: list }).compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'a layer that is added after compile': `
const model = tf.sequential({ layers: [tf.layers.dense({ units: 10 })] })
model.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
model.add(tf.layers.softmax())
model.fit(tf.zeros([1, 1]), tf.zeros([1, 10]))
`,
  'methods that a subclass overrides': `
class A {
  act() { return 'softmax' }
  build() { ends({ activation: this.act() }).compile({ optimizer: 'sgd', loss: CE }) } //! clean
}
class B extends A {
  act() { return 'linear' }
}
new B().build()
`,
  'two instances of a class': `
class Net {
  model: tf.Sequential
  constructor(activation: string) {
    this.model = tf.sequential()
    this.model.add(tf.layers.dense({ units: 10, activation }))
  }
  train() { this.model.compile({ optimizer: 'sgd', loss: CE }) } //! clean
}
new Net('softmax')
new Net('linear').train()
`,
  'static members that are set later': `
class Settings { static activation = 'softmax' }
Settings.activation = 'linear'
ends({ activation: Settings.activation }).compile({ optimizer: 'sgd', loss: CE }) //! clean
`,
  'options that foreign code is given': `
import { fix } from 'elsewhere'
const a = { activation: 'softmax' }
fix(a)
ends(a).compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  accessors: `
class Box {
  stored: tf.Tensor | null = null
  set value(v: tf.Tensor2D) { this.stored = tf.matMul(v, tf.randomNormal<tf.Rank.R2>([3, 3])) }
  get value() { return this.stored as tf.Tensor2D }
  loss(x: tf.Tensor2D, y: tf.Tensor) {
    this.value = tf.softmax(x)
    return CE(y, this.value) //! clean
  }
}
`,
  'a model that is not known, and then given a member': `
export async function freeze(load: (url: string) => Promise<tf.LayersModel>) {
  const model = await load('model.json')
  for (let i = 0; i < 7; i++) model.layers[i].trainable = false
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! unknown
}
export function relabel(state: any, x: tf.Tensor2D, y: tf.Tensor) {
  state.out = tf.softmax(x)
  return CE(y, state.out) //! probabilities-as-logits
}
`,
  'a callback sets members of the items': `
const right = [{ units: 8, activation: 'relu' }, { units: 3, activation: 'softmax' }]
right.forEach((layer) => { if (layer.activation === 'softmax') layer.activation = 'linear' })
tf.sequential({ layers: right.map((each) => tf.layers.dense(each)) }).compile({ optimizer: 'sgd', loss: CE }) //! clean
const wrong = [{ units: 8, activation: 'relu' }, { units: 3, activation: 'softmax' }]
wrong.forEach((layer) => { if (layer.activation === 'softmax') layer.units = 5 })
tf.sequential({ layers: wrong.map((each) => tf.layers.dense(each)) }).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits proved
`,
  'members that a loop may set': `
const net = (activation: any) => tf.sequential({ layers: [tf.layers.dense({ units: 10, activation })] })
class Settings { last = 'softmax'; relax() { this.last = 'linear' } look() {} }
export function f(names: string[], go: any) {
  const keyed: any = { last: 'softmax' }
  for (const name of names) keyed[name] = 'linear'
  net(keyed.last).compile({ optimizer: 'sgd', loss: CE }) //! unknown
  const named: any = { last: 'softmax' }
  for (const name of names) if (go(name)) named.last = 'linear'
  net(named.last).compile({ optimizer: 'sgd', loss: CE }) //! unknown
  const other: any = { last: 'softmax' }
  for (const name of names) other.count = name
  net(other.last).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
  const map = new Map([['last', 'softmax']])
  for (const name of names) map.set(name, 'linear')
  net(map.get('last')).compile({ optimizer: 'sgd', loss: CE }) //! unknown
  const relaxed = new Settings()
  while (go()) relaxed.relax()
  net(relaxed.last).compile({ optimizer: 'sgd', loss: CE }) //! unknown
  const looked = new Settings()
  while (go()) looked.look()
  net(looked.last).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
}
`,
  'classes that extend themselves or each other': `
class A extends A { f() { return super.f() } }
class B extends C { }
class C extends B { f() { return super.f() } }
CE(tf.oneHot([0], 3), new A().f()) //! unknown
CE(tf.oneHot([0], 3), new C().f()) //! unknown
`,
}

describe('changes are seen', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
