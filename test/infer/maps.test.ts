import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const CE = tf.losses.softmaxCrossEntropy
const ofProbabilities = tf.metrics.categoricalCrossentropy
const scores = (x: any) => tf.matMul(x, tf.randomNormal([3, 3]))
const soft = (x: any) => tf.softmax(scores(x))
const net = (activation?: any) => tf.sequential({ layers: [tf.layers.dense({ units: 3, activation })] })
`

/** Losses, activations and models that a `Map` holds. */
const programs: Record<string, string> = {
  'entries by a name that is written out': `
const losses = new Map([['scores', CE], ['probabilities', ofProbabilities]])
export function f(x: tf.Tensor, y: tf.Tensor) {
  losses.get('scores')!(y, soft(x)) //! probabilities-as-logits
  losses.get('scores')!(y, scores(x)) //! clean
  const loss = losses.get('probabilities')!
  loss(y, soft(x)) //! clean
  loss(y, scores(x)) //! logits-as-probabilities
}
`,
  'entries by a name that is known at run time only': `
const losses = new Map<string, any>([['scores', CE], ['probabilities', ofProbabilities]])
const right = new Map<string, any>([['scores', scores], ['probabilities', soft]])
const wrong = new Map<string, any>(Object.entries({ scores: soft, probabilities: scores }))
export function f(x: tf.Tensor, y: tf.Tensor, name: string) {
  losses.get(name)(y, right.get(name)(x)) //! clean, clean
  losses.get(name)(y, wrong.get(name)(x)) //! probabilities-as-logits, logits-as-probabilities
}
export function g(name: string) {
  const last = new Map([['a', 'softmax'], ['b', 'linear']])
  net(last.get(name)).compile({ optimizer: 'sgd', loss: name === 'a' ? 'categoricalCrossentropy' : CE }) //! clean, clean
  net(last.get(name)).compile({ optimizer: 'sgd', loss: name === 'b' ? 'categoricalCrossentropy' : CE }) //! logits-as-probabilities, probabilities-as-logits
}
`,
  'entries that are set, replaced and taken away': `
const last = new Map<string, any>().set('a', 'linear').set('b', 'softmax')
net(last.get('a')).compile({ optimizer: 'sgd', loss: CE }) //! clean
net(last.get('b')).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
last.set('a', 'softmax').set('b', 'linear')
net(last.get('a')).compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
net(last.get('b')).compile({ optimizer: 'sgd', loss: CE }) //! clean
last.delete('a')
net(last.get('a') ?? 'linear').compile({ optimizer: 'sgd', loss: CE }) //! clean
last.clear()
net(last.get('b') ?? 'softmax').compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
`,
  'a key that is not known may be any': `
declare const key: string, activation: any
const last = new Map<string, any>([['a', 'softmax']])
last.set(key, activation)
net(last.get('a')).compile({ optimizer: 'sgd', loss: CE }) //! unknown
const fewer = new Map<string, any>([['a', 'softmax']])
fewer.delete(key)
net(fewer.get('b')).compile({ optimizer: 'sgd', loss: CE }) //! unknown
`,
  'loops over a map': `
const losses = new Map<string, any>([['scores', CE], ['probabilities', ofProbabilities]])
export function f(x: tf.Tensor, y: tf.Tensor) {
  for (const [name, loss] of losses) loss(y, name === 'scores' ? scores(x) : soft(x)) //! unknown, unknown
  for (const loss of losses.values()) loss(y, soft(x)) //! probabilities-as-logits, clean
  losses.forEach((loss) => loss(y, scores(x))) //! clean, logits-as-probabilities
  const [first, second] = [...losses.values()]
  first(y, soft(x)) //! probabilities-as-logits
  second(y, soft(x)) //! clean
  Object.fromEntries(losses).scores(y, soft(x)) //! probabilities-as-logits
  const [[, copied]] = Array.from(new Map(losses).entries())
  copied(y, soft(x)) //! probabilities-as-logits
}
`,
  'registries that functions fill': `
const losses = new Map<string, any>()
function register(name: string, loss: any) { losses.set(name, loss) }
register('scores', CE)
export const f = (x: tf.Tensor, y: tf.Tensor) => losses.get('scores')(y, soft(x)) //! probabilities-as-logits
export const g = (x: tf.Tensor, y: tf.Tensor) => losses.get('scores')(y, scores(x)) //! clean
class Registry {
  private losses = new Map<string, any>()
  register(name: string, loss: any) { this.losses.set(name, loss); return this }
  get(name: string) { return this.losses.get(name) }
}
const registry = new Registry().register('scores', CE).register('probabilities', ofProbabilities)
export const h = (x: tf.Tensor, y: tf.Tensor) => registry.get('scores')(y, soft(x)) //! probabilities-as-logits
export const i = (x: tf.Tensor, y: tf.Tensor) => registry.get('probabilities')(y, soft(x)) //! clean
`,
  'functions of the project in a map': `
const losses = new Map([['scores', (y: any, p: any) => CE(y, p)]]) //! probabilities-as-logits likely
export const f = (x: tf.Tensor, y: tf.Tensor) => losses.get('scores')!(y, soft(x))
export const g = (x: tf.Tensor, y: tf.Tensor) => losses.get('scores')!(y, scores(x))
`,
  'models in a map': `
const models = new Map<string, tf.Sequential>()
models.set('a', net('softmax'))
models.get('a')!.compile({ optimizer: 'sgd', loss: CE }) //! probabilities-as-logits
const cache = new Map<string, tf.Sequential>()
export function cached(name: string) {
  if (!cache.has(name)) cache.set(name, net('linear'))
  return cache.get(name)!
}
cached('a').compile({ optimizer: 'sgd', loss: CE }) //! clean
`,
}

describe('maps', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
