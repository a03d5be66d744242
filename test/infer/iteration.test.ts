import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const CE = tf.losses.softmaxCrossEntropy
const soft = () => tf.layers.dense({ units: 10, activation: 'softmax' })
const plain = () => tf.layers.dense({ units: 10 })
const ends = (layers: tf.layers.Layer[]) => tf.sequential({ layers })
`

/** Layers that come out of lists and loops, each wrong beside its right twin. */
const programs: Record<string, string> = {
  'forEach adds a list': `
const wrong = tf.sequential()
;[plain(), soft()].forEach((layer) => wrong.add(layer))
wrong.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right = tf.sequential()
;[soft(), plain()].forEach((layer) => right.add(layer))
right.compile({ optimizer: 'sgd', loss: CE }) //! clean
`,
  'forEach with a function expression, and with a block': `
const wrong = tf.sequential()
;[plain(), soft()].forEach(function (layer) {
  console.log(layer)
  wrong.add(layer)
})
wrong.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right = tf.sequential()
;[soft(), plain()].forEach(function (layer) {
  right.add(layer)
})
right.compile({ optimizer: 'sgd', loss: CE }) //! clean
`,
  'a layer that is added after the loop decides': `
const wrong = tf.sequential()
;[64, 32].forEach((units) => wrong.add(tf.layers.dense({ units, activation: 'relu' })))
wrong.add(soft())
wrong.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right = tf.sequential()
;[64, 32].forEach((units) => right.add(tf.layers.dense({ units, activation: 'softmax' })))
right.add(plain())
right.compile({ optimizer: 'sgd', loss: CE }) //! clean
const given = (sizes: number[]) => {
  const model = tf.sequential()
  sizes.forEach((units) => model.add(tf.layers.dense({ units, activation: 'relu' })))
  model.add(plain())
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! logits-as-probabilities
}
const other = (sizes: number[]) => {
  const model = tf.sequential()
  for (const units of sizes) model.add(tf.layers.dense({ units, activation: 'relu' }))
  model.add(soft())
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! clean
}
`,
  'the index decides which activation is the last': `
const sizes = [64, 32, 10]
const wrong = tf.sequential()
sizes.forEach((units, i) => {
  wrong.add(tf.layers.dense({ units, activation: i === sizes.length - 1 ? 'softmax' : 'relu' }))
})
wrong.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right = tf.sequential()
sizes.forEach((units, i) => {
  const last = i === sizes.length - 1
  right.add(tf.layers.dense({ units, activation: last ? 'linear' : 'relu' }))
})
right.compile({ optimizer: 'sgd', loss: CE }) //! clean
`,
  'loops over lists': `
const wrong = tf.sequential()
for (const units of [64, 10]) wrong.add(tf.layers.dense({ units, activation: 'softmax' }))
wrong.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right = tf.sequential()
for (const units of [64, 10]) right.add(tf.layers.dense({ units }))
right.compile({ optimizer: 'sgd', loss: CE }) //! clean
const named = tf.sequential()
for (const [units, activation] of [[64, 'relu'], [10, 'softmax']] as const) named.add(tf.layers.dense({ units, activation }))
named.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const twin = tf.sequential()
for (const { units, activation } of [{ units: 64, activation: 'softmax' }, { units: 10, activation: 'linear' }])
  twin.add(tf.layers.dense({ units, activation }))
twin.compile({ optimizer: 'sgd', loss: CE }) //! clean
`,
  'loops that count': `
const sizes = [64, 32, 10]
const wrong = tf.sequential()
for (let i = 0; i < sizes.length; i++) {
  wrong.add(tf.layers.dense({ units: sizes[i], activation: i === sizes.length - 1 ? 'softmax' : 'relu' }))
}
wrong.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right = tf.sequential()
for (let i = 0; i < sizes.length; i++) {
  right.add(tf.layers.dense({ units: sizes[i], activation: i < sizes.length - 1 ? 'softmax' : 'linear' }))
}
right.compile({ optimizer: 'sgd', loss: CE }) //! clean
const all = (n: number) => {
  const model = tf.sequential()
  model.add(plain())
  for (let i = 0; i < n; i++) model.add(tf.layers.dense({ units: 4, activation: 'relu' }))
  model.add(soft())
  model.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
}
`,
  'reduce over layers': `
const wrong = [plain(), soft()].reduce((x, layer) => layer.apply(x) as tf.SymbolicTensor, tf.input({ shape: [4] }))
tf.model({ inputs: [], outputs: wrong }).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right = [soft(), plain()].reduce((x, layer) => layer.apply(x) as tf.SymbolicTensor, tf.input({ shape: [4] }))
tf.model({ inputs: [], outputs: right }).compile({ optimizer: 'sgd', loss: CE }) //! clean
export const eager = (layers: tf.layers.Layer[], x: tf.Tensor, y: tf.Tensor) =>
  CE(y, [plain(), soft()].reduce((out, layer) => layer.apply(out) as tf.Tensor, x)) //! probabilities-as-logits
const built = [64, 10].reduce((model, units) => {
  model.add(tf.layers.dense({ units, activation: 'softmax' }))
  return model
}, tf.sequential())
built.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'map, flatMap, filter and concat make lists of layers': `
const sizes = [64, 10]
ends(sizes.map((units) => tf.layers.dense({ units, activation: 'softmax' }))).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
ends(sizes.map((units) => tf.layers.dense({ units }))).compile({ optimizer: 'sgd', loss: CE }) //! clean
ends(sizes.flatMap((units) => [tf.layers.dense({ units }), tf.layers.softmax()])).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
ends(sizes.flatMap((units) => [tf.layers.softmax(), tf.layers.dense({ units })])).compile({ optimizer: 'sgd', loss: CE }) //! clean
ends([plain(), null, soft()].filter(Boolean) as any).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
ends([soft(), null, plain()].filter((layer) => layer !== null) as any).compile({ optimizer: 'sgd', loss: CE }) //! clean
ends([...sizes.map((units) => tf.layers.dense({ units })), soft()]).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
ends(sizes.map(() => soft()).concat([plain()])).compile({ optimizer: 'sgd', loss: CE }) //! clean
ends([[plain()], [soft()]].flat()).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
ends(Array.from({ length: 3 }, () => soft())).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
ends(Array.from({ length: 3 }, () => plain())).compile({ optimizer: 'sgd', loss: CE }) //! clean
ends(Array(2).fill(0).map(() => soft())).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
ends(new Array(2).fill(0).map(() => plain())).compile({ optimizer: 'sgd', loss: CE }) //! clean
ends([...Array(2).keys()].map(() => soft())).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'entries and values of an object': `
const layers = { hidden: plain(), out: soft() }
const wrong = tf.sequential()
Object.values(layers).forEach((layer) => wrong.add(layer))
wrong.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right = tf.sequential()
Object.entries({ hidden: soft(), out: plain() }).forEach(([, layer]) => right.add(layer))
right.compile({ optimizer: 'sgd', loss: CE }) //! clean
const third = tf.sequential()
for (const [name, activation] of Object.entries({ hidden: 'relu', out: 'softmax' })) third.add(tf.layers.dense({ units: 3, name, activation }))
third.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const fourth = tf.sequential()
for (const name in { a: 1, b: 2 }) fourth.add(tf.layers.dense({ units: 3, name, activation: 'softmax' }))
fourth.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'push in loops': `
const wrong: tf.layers.Layer[] = []
for (const units of [64, 32]) wrong.push(tf.layers.dense({ units, activation: 'relu' }))
wrong.push(soft())
ends(wrong).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right: tf.layers.Layer[] = []
;[64, 32].forEach((units) => right.push(tf.layers.dense({ units, activation: 'softmax' })))
right.push(plain())
ends(right).compile({ optimizer: 'sgd', loss: CE }) //! clean
const inner: tf.layers.Layer[] = []
let i = 0
while (i < 3) {
  inner.push(soft())
  i++
}
ends(inner).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'loops that may not run, or end early, prove nothing': `
export const maybe = (n: number, on: boolean) => {
  const model = tf.sequential()
  model.add(plain())
  if (on) [1, 2].forEach(() => model.add(tf.layers.softmax()))
  model.compile({ optimizer: 'sgd', loss: CE }) //! unknown
}
export const choosing = (sizes: number[]) => {
  const model = tf.sequential()
  sizes.forEach((units, i) => model.add(tf.layers.dense({ units, activation: i === sizes.length - 1 ? 'linear' : 'softmax' })))
  model.compile({ optimizer: 'sgd', loss: CE }) //! unknown
}
export const by = (layers: tf.layers.Layer[]) => {
  const model = tf.sequential()
  layers.forEach((layer) => model.add(layer))
  model.compile({ optimizer: 'sgd', loss: CE }) //! unknown
}
`,
  'continue and break': `
const a = tf.sequential()
for (let i = 0; i < 3; i++) {
  if (i === 2) { a.add(soft()); continue }
  a.add(plain())
}
a.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const b = tf.sequential()
for (const l of [plain(), soft()]) { b.add(l); break }
b.compile({ optimizer: 'sgd', loss: CE }) //! unknown
const c = tf.sequential()
for (const l of [soft(), plain()]) { if (Math.random() > 2) continue; c.add(l) }
c.compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'this in callbacks': `
class N {
  model = tf.sequential()
  build() {
    ;[plain(), soft()].forEach((l) => this.model.add(l))
    this.model.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
  }
}
class M {
  model = tf.sequential()
  constructor(sizes: number[]) {
    sizes.forEach((units) => { this.model.add(tf.layers.dense({ units, activation: 'softmax' })) })
    this.model.add(plain())
  }
  go() { this.model.compile({ optimizer: 'sgd', loss: CE }) } //! clean
}
new M([2, 3])
`,
  'closures in loops': `
const heads: Record<string, any> = {}
for (const [name, activation] of [['a', 'softmax'], ['b', 'linear']]) heads[name] = () => tf.sequential({ layers: [tf.layers.dense({ units: 3, activation })] })
heads.a().compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
heads.b().compile({ optimizer: 'sgd', loss: CE }) //! clean
const models = ['softmax', 'linear'].map((activation) => tf.sequential({ layers: [tf.layers.dense({ units: 3, activation })] }))
models[0].compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
models[1].compile({ optimizer: 'sgd', loss: CE }) //! clean
for (const m of models) m.compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  nested: `
const m = tf.sequential()
for (let i = 0; i < 3; i++) for (let j = 0; j < 2; j++) m.add(tf.layers.dense({ units: 3, activation: i === 2 && j === 1 ? 'softmax' : 'relu' }))
m.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const k = tf.sequential()
;[[plain()], [plain(), soft()]].forEach((block) => block.forEach((l) => k.add(l)))
k.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'big loops': `
const m = tf.sequential()
let data: number[] = []
for (let i = 0; i < 1000; i++) { for (let j = 0; j < 1000; j++) data.push(i * j) }
for (let i = 0; i < 60; i++) { for (let j = 0; j < 60; j++) data.push(i * j) }
m.add(soft())
for (let i = 0; i < 50; i++) { const p = m.predict(tf.tensor(data)) as tf.Tensor; CE(tf.zeros([1, 3]), p) } //! probabilities-as-logits
m.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'tidy in loops': `
const w = tf.variable(tf.randomNormal([4, 3])) as any
export function fit(xs: tf.Tensor2D[], y: tf.Tensor) {
  let last: any = null
  xs.forEach((x) => { tf.tidy(() => { last = tf.softmax(x.matMul(w)); CE(y, last) }) }) //! probabilities-as-logits
  let out: any = tf.zeros([1])
  tf.tidy(() => { out = w.matMul(w) })
  CE(y, out) //! clean
  let other: any = w.matMul(w)
  tf.tidy(() => { other = tf.softmax(other) })
  CE(y, other) //! probabilities-as-logits
  return last
}
`,
  'items that a loop changes': `
const make = (spec: any[]) => tf.sequential({ layers: spec.map((each) => tf.layers.dense(each)) })
const a = [{ units: 3, activation: 'softmax' }]
a.forEach((layer) => { layer.activation = 'linear' })
make(a).compile({ optimizer: 'sgd', loss: CE }) //! clean
const b = [{ units: 3, activation: 'softmax' }]
for (const layer of b) if (layer.units === 3) layer.activation = 'linear'
make(b).compile({ optimizer: 'sgd', loss: CE }) //! clean
const c = [{ units: 3, activation: 'linear' }]
c.forEach((layer) => { if (layer.activation === 'linear') layer.activation = 'softmax' })
make(c).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const d = [{ units: 3, activation: 'linear' }]
for (const layer of d) layer.activation = 'softmax'
make(d).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const e = [{ units: 3, activation: 'linear' }, { units: 3, activation: 'softmax' }]
for (const layer of e) {
  layer.activation = 'linear'
  if (Math.random() > 2) break
}
make(e).compile({ optimizer: 'sgd', loss: CE }) //! unknown
const f = [{ units: 3, activation: 'softmax' }]
for (let i = 0; i < f.length; i++) f[i].activation = 'linear'
make(f).compile({ optimizer: 'sgd', loss: CE }) //! clean
`,
}

describe('iteration', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
