import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const CE = tf.losses.softmaxCrossEntropy
const soft = () => tf.layers.dense({ units: 10, activation: 'softmax' })
const plain = () => tf.layers.dense({ units: 10 })
const net = (activation: any) => tf.sequential({ layers: [tf.layers.dense({ units: 10, activation })] })
`

/** Functions that run later, and values that come out of generators and promises. */
const programs: Record<string, string> = {
  'generators of layers': `
function* wrong() { yield plain(); yield soft() }
tf.sequential({ layers: [...wrong()] }).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
function* right() { yield soft(); yield plain() }
tf.sequential({ layers: Array.from(right()) }).compile({ optimizer: 'sgd', loss: CE }) //! clean
const model = tf.sequential()
for (const layer of wrong()) model.add(layer)
model.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  promises: `
const build = async (activation: any) => net(activation)
export async function f() {
  const [a, b] = await Promise.all([build('softmax'), build('linear')])
  a.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
  b.compile({ optimizer: 'sgd', loss: CE }) //! clean
}
build('softmax').then((m) => m.compile({ optimizer: 'sgd', loss: CE })) //! probabilities-as-logits
build('linear').then((m) => m.compile({ optimizer: 'sgd', loss: CE })) //! clean
build('linear').then((m) => { m.add(soft()); return m }).then((m) => m.compile({ optimizer: 'sgd', loss: CE })) //! probabilities-as-logits
function train(m: any) { m.compile({ optimizer: 'sgd', loss: CE }) } //! probabilities-as-logits
build('softmax').then(train).catch(console.error).finally(() => {})
`,
  'scopes and gradients': `
const w = tf.variable(tf.randomNormal([4, 3])) as any
export function f(x: tf.Tensor2D, y: tf.Tensor) {
  const { logits, probs } = tf.tidy(() => {
    const logits = x.matMul(w)
    return { logits, probs: logits.softmax() }
  }) as any
  CE(y, probs) //! probabilities-as-logits
  CE(y, logits) //! clean
  const [a] = tf.tidy('name', () => tf.tidy(() => [tf.softmax(x.matMul(w)), w])) as any
  CE(y, tf.keep(a)) //! probabilities-as-logits
}
`,
  'functions of the browser that call back': `
let model: any
const button = document.getElementById('b')!
button.addEventListener('click', async () => { model = net('softmax') })
setTimeout(() => { model.compile({ optimizer: 'sgd', loss: CE }) }, 10) //! probabilities-as-logits
let other: any
const step = () => { other.compile({ optimizer: 'sgd', loss: CE }); requestAnimationFrame(step) } //! clean
button.onclick = () => { other = net('linear'); step() }
`,
  'the arguments of a call': `
function f(activation: any) {
  arguments[0] = 'linear'
  net(activation).compile({ optimizer: 'sgd', loss: CE }) //! unknown
}
f('softmax')
`,
}

describe('functions that run later', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
