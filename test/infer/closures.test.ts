import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const CE = tf.losses.softmaxCrossEntropy
const soft = () => tf.layers.dense({ units: 10, activation: 'softmax' })
const plain = () => tf.layers.dense({ units: 10 })
const net = (activation: any) => tf.sequential({ layers: [tf.layers.dense({ units: 10, activation })] })
`

/** Variables and stores that one function sets and another reads. */
const programs: Record<string, string> = {
  'a function sets a variable before it is used': `
let a = 'softmax'
function set() { a = 'linear' }
set()
net(a).compile({ optimizer: 'sgd', loss: CE }) //! clean
let b = 'linear'
const change = () => { b = 'softmax' }
change()
net(b).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
let c = 'softmax'
function outer() { inner() }
function inner() { c = 'linear' }
outer()
net(c).compile({ optimizer: 'sgd', loss: CE }) //! clean
let d = 'softmax'
net(d).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
function later() { d = 'linear' }
later()
`,
  'a function adds a layer to a model of the outer scope': `
const a = tf.sequential()
a.add(plain())
function finish() { a.add(soft()) }
finish()
a.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const b = tf.sequential()
const add = (layer: tf.layers.Layer) => b.add(layer)
add(soft())
add(plain())
b.compile({ optimizer: 'sgd', loss: CE }) //! clean
export function build() {
  const model = tf.sequential()
  const dense = (activation: any) => model.add(tf.layers.dense({ units: 3, activation }))
  dense('relu')
  dense('softmax')
  model.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
  dense('linear')
  model.compile({ optimizer: 'sgd', loss: CE }) //! clean
}
`,
  'a function that reads a variable which is set again later': `
let a: any = 'linear'
const build = () => net(a)
build().compile({ optimizer: 'sgd', loss: CE }) //! clean
a = 'softmax'
build().compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
let b: any = 'linear'
function train() { net(b).compile({ optimizer: 'sgd', loss: CE }) } //! unknown
train()
b = 'softmax'
`,
  'functions that are handed to methods of lists by name': `
const a = tf.sequential()
const add = (layer: tf.layers.Layer) => a.add(layer)
;[plain(), soft()].forEach(add)
a.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const b = tf.sequential()
function put(layer: tf.layers.Layer) { b.add(layer) }
;[soft(), plain()].forEach(put)
b.compile({ optimizer: 'sgd', loss: CE }) //! clean
let c = 'softmax'
const change = () => { c = 'linear' }
setTimeout(change, 10)
net(c).compile({ optimizer: 'sgd', loss: CE }) //! unknown
const d = tf.sequential()
const more = (activation: any) => { d.add(tf.layers.dense({ units: 3, activation })) }
for (const each of ['relu', 'softmax']) more(each)
d.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'a function that may or may not be called': `
let a = 'softmax'
function set() { a = 'linear' }
if (Math.random() > 2) set()
net(a).compile({ optimizer: 'sgd', loss: CE }) //! unknown
let b = 'softmax'
document.addEventListener('click', () => { b = 'linear' })
net(b).compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'a callback that sets an outer variable after it was captured': `
export function f(x: tf.Tensor2D, y: tf.Tensor, run: (g: () => void) => void) {
  let out: tf.Tensor = tf.softmax(x)
  run(() => { out = tf.matMul(x, x) })
  CE(y, out) //! unknown
  let p: tf.Tensor = tf.softmax(x)
  ;[1].forEach(() => { p = tf.matMul(x, x) })
  CE(y, p) //! clean
}
`,
  'a model that an async function makes and another disposes of': `
let model: tf.Sequential | null = null
async function init() {
  model = tf.sequential()
  model.add(soft())
}
function dispose() {
  model?.dispose()
  model = null
}
async function train() {
  if (!model) return
  model.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
}
let other: tf.Sequential | null = null
const start = async () => { other = tf.sequential({ layers: [plain()] }) }
const fit = async () => {
  if (other === null) throw new Error('none')
  other.compile({ optimizer: 'sgd', loss: CE }) //! clean
}
`,
  'arrays as stores': `
const layers: tf.layers.Layer[] = []
function add(layer: tf.layers.Layer) { layers.push(layer) }
add(plain())
add(soft())
tf.sequential({ layers }).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const right: tf.layers.Layer[] = []
function put(layer: tf.layers.Layer) { right.push(layer) }
put(soft())
put(plain())
tf.sequential({ layers: right }).compile({ optimizer: 'sgd', loss: CE }) //! clean
`,
  'a state object of the module': `
const state: { model: any; loss?: any } = { model: null }
export function build() { state.model = net('softmax') }
export function train() { state.model.compile({ optimizer: 'sgd', loss: CE }) } //! probabilities-as-logits
const lazily: { model?: any } = {}
export function get() { return (lazily.model ??= net('linear')) }
export function use() { get().compile({ optimizer: 'sgd', loss: CE }) } //! clean
export function direct() { lazily.model.compile({ optimizer: 'sgd', loss: CE }) } //! clean
const two: { model?: any } = {}
export function first() { two.model = net('softmax') }
export function second() { two.model = net('linear') }
export function third() { two.model.compile({ optimizer: 'sgd', loss: CE }) } //! unknown
`,
}

describe('closures and stores', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
