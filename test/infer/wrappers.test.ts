import { describe, expect, it } from 'vitest'
import { verdicts } from '../support/verdicts.js'

/** A model, its scores and their softmax. */
const head = `import * as tf from '@tensorflow/tfjs'
const m = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] })
const raw = (x: tf.Tensor) => m.predict(x) as tf.Tensor
const net = (x: tf.Tensor) => tf.softmax(raw(x))
`
/** Functions that pass their arguments on to a loss, and how they are called with a prediction `P`. */
const wrappers: Record<string, [definition: string, call: string]> = {
  'passed on': ['const loss = (y, p) => tf.losses.softmaxCrossEntropy(y, p)', 'loss(y, P)'],
  'passed on twice': ['const inner = (y, p) => tf.losses.softmaxCrossEntropy(y, p)\nconst loss = (a, b) => inner(a, b)', 'loss(y, P)'],
  curried: ['const make = (w) => (y, p) => tf.losses.softmaxCrossEntropy(y, p, w)', 'make(1)(y, P)'],
  'curried, in a variable': ['const make = (w) => (y, p) => tf.losses.softmaxCrossEntropy(y, p, w)\nconst loss = make(2)', 'loss(y, P)'],
  'curried functions': [
    'function make(w) { return function (y, p) { return tf.losses.softmaxCrossEntropy(y, p, w) } }\nconst loss = make(2)',
    'loss(y, P)',
  ],
  'bound to an argument': [
    'const base = (w, y, p) => tf.losses.softmaxCrossEntropy(y, p, w)\nconst loss = base.bind(null, 1)',
    'loss(y, P)',
  ],
  "the library's, bound": ['const loss = tf.losses.softmaxCrossEntropy.bind(null)', 'loss(y, P)'],
  'in an object': ['const table = { ce: (y, p) => tf.losses.softmaxCrossEntropy(y, p) }', 'table.ce(y, P)'],
  'in an object, by a computed name': ['const table = { ce: (y, p) => tf.losses.softmaxCrossEntropy(y, p) }', "table['ce'](y, P)"],
  "the library's, in an object": ['const table = { ce: tf.losses.softmaxCrossEntropy }', 'table.ce(y, P)'],
  'a static method': ['class L { static ce(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } }', 'L.ce(y, P)'],
  'a static field': ['class L { static ce = (y, p) => tf.losses.softmaxCrossEntropy(y, p) }', 'L.ce(y, P)'],
  'what a parameter is unless given': ['const loss = (y, p, fn = (a, b) => tf.losses.softmaxCrossEntropy(a, b)) => fn(y, p)', 'loss(y, P)'],
  "the library's, unless a parameter is given": ['const loss = (y, p, fn = tf.losses.softmaxCrossEntropy) => fn(y, p)', 'loss(y, P)'],
  'in another order': ['const loss = (p, y) => tf.losses.softmaxCrossEntropy(y, p)', 'loss(P, y)'],
  spread: ['const loss = (...args) => tf.losses.softmaxCrossEntropy(...args)', 'loss(y, P)'],
  'spread into another': [
    'const inner = (y, p) => tf.losses.softmaxCrossEntropy(y, p)\nconst loss = (...args) => inner(...args)',
    'loss(y, P)',
  ],
  'a list that is spread': ['', 'tf.losses.softmaxCrossEntropy(...[y, P])'],
  'the rest spread': ['const loss = (y, ...rest) => tf.losses.softmaxCrossEntropy(y, ...rest)', 'loss(y, P)'],
  'applied to the rest': ['const loss = (...args) => tf.losses.softmaxCrossEntropy.apply(null, args)', 'loss(y, P)'],
  'bound, and added to': [
    'const base = (eps, y, p) => tf.losses.softmaxCrossEntropy(y, p).add(eps)\nconst loss = base.bind(null, 1e-7)',
    'loss(y, P)',
  ],
  'partially applied': [
    'const partial = (fn, ...first) => (...rest) => fn(...first, ...rest)\nconst base = (w, y, p) => tf.losses.softmaxCrossEntropy(y, p, w)\nconst loss = partial(base, 1)',
    'loss(y, P)',
  ],
  'one object for all': ['const loss = ({ y, p }) => tf.losses.softmaxCrossEntropy(y, p)', 'loss({ y, p: P })'],
  'a method': ['class T { loss(y, p) { return tf.losses.softmaxCrossEntropy(y, p) } }\nconst t = new T()', 't.loss(y, P)'],
  'a field': [
    'class T { constructor() { this.fn = (y, p) => tf.losses.softmaxCrossEntropy(y, p) }\n run(y, p) { return this.fn(y, p) } }\nconst t = new T()',
    't.run(y, P)',
  ],
  "the library's, handed to a constructor": [
    'class T { constructor(fn) { this.fn = fn }\n run(y, p) { return this.fn(y, p) } }\nconst t = new T(tf.losses.softmaxCrossEntropy)',
    't.run(y, P)',
  ],
}

describe.each(Object.entries(wrappers))('%s', (_, [definition, call]) => {
  it.each([
    ['net(x)', 'probabilities-as-logits'],
    ['raw(x)', 'clean'],
  ])('called with %s', (prediction, verdict) => {
    const step = `tf.train.sgd(1).minimize(() => ${call.replace('P', prediction)})`
    expect(verdictsOf(`${definition}\nexport const step = (x: tf.Tensor, y: tf.Tensor) => ${step}\n`)).toEqual([verdict])
  })
})

const byPlace = Object.entries(wrappers).filter(([, [definition, call]]) => definition.includes('const loss = ') && call === 'loss(y, P)')

describe.each(byPlace)('%s', (_, [definition]) => {
  it.each([
    ['softmax', 'probabilities-as-logits'],
    ['linear', 'clean'],
  ])('given to compile, after %s', (activation, verdict) => {
    const layer = `tf.layers.dense({ units: 3, inputShape: [4], activation: '${activation}' })`
    const model = `const model = tf.sequential({ layers: [${layer}] })`
    expect(verdictsOf(`${definition}\n${model}\nmodel.compile({ optimizer: 'sgd', loss })\n`)).toEqual([verdict])
  })
})

function verdictsOf(program: string): (string | undefined)[] {
  return verdicts(head + program).found.map((each) => each.split(' ').at(-1))
}
