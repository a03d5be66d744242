import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

const head = `import * as tf from '@tensorflow/tfjs'
const CE = tf.losses.softmaxCrossEntropy
const net = (activation: any) => tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation })] })
`

/** Every way to a \`compile\` with a known loss is a use, whatever is known of the model. */
const programs: Record<string, string> = {
  'models in objects of objects': `
const wrong = { nets: { main: net('softmax') } }
wrong.nets.main.compile({ optimizer: 'adam', loss: CE }) //! probabilities-as-logits
const right = { nets: { main: net('linear') } }
right.nets.main.compile({ optimizer: 'adam', loss: CE }) //! clean
const list = { models: [net('linear'), net('softmax')] }
list.models[0].compile({ optimizer: 'adam', loss: CE }) //! clean
list.models[1].compile({ optimizer: 'adam', loss: CE }) //! probabilities-as-logits
`,
  'an object that is filled under another name': `
const wrong: any = {}
const reader = wrong
wrong.m = net('softmax')
reader.m.compile({ optimizer: 'adam', loss: CE }) //! probabilities-as-logits
const right: any = {}
const same = right
right.m = net('linear')
same.m.compile({ optimizer: 'adam', loss: CE }) //! clean
`,
  'a model that is set in a function which gets the object': `
const app: any = { nets: { main: null } }
export function boot(state: any) { state.nets.main = net('softmax') }
boot(app)
app.nets.main.compile({ optimizer: 'adam', loss: CE }) //! probabilities-as-logits
`,
  'a model that nothing sets, and an object that is no model': `
const state: any = { model: undefined }
export const train = () => state.model.compile({ optimizer: 'adam', loss: CE }) //! unknown
const plain: any = { other: 1 }
plain.compile({ loss: CE }) //! unknown
plain.deep.er.compile({ loss: 'categoricalCrossentropy' }) //! unknown
export class Holder {
  parts: any = {}
  go() { this.parts.net.compile({ loss: CE }) } //! unknown
}
`,
  'losses that are assigned after compile': `
const model = (activation: any): any => {
  const input = tf.input({ shape: [4] })
  return tf.model({ inputs: input, outputs: tf.layers.dense({ units: 3, activation }).apply(input) as tf.SymbolicTensor })
}
const right = model('softmax')
right.compile({ optimizer: 'adam', loss: CE })
right.lossFunctions[0] = tf.metrics.categoricalCrossentropy //! clean
const wrong = model('softmax')
wrong.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
wrong.lossFunctions = [CE] //! probabilities-as-logits
const trained = model('softmax')
trained.compile({ optimizer: 'adam', loss: CE }) //! probabilities-as-logits
trained.fit(tf.zeros([1, 4]), tf.zeros([1, 3]))
trained.lossFunctions[0] = CE
trained.lossFunctions[0] = tf.metrics.categoricalCrossentropy //! clean
const looked = model('softmax')
looked.compile({ optimizer: 'adam', loss: CE }) //! probabilities-as-logits
looked.lossFunctions.forEach((each: any) => console.log(each.name))
export function some(late: boolean) {
  const perhaps = model('softmax')
  perhaps.compile({ optimizer: 'adam', loss: CE }) //! probabilities-as-logits
  if (late) perhaps.lossFunctions[0] = tf.metrics.categoricalCrossentropy //! clean
  return perhaps
}
class Mine { lossFunctions: any[] = [] }
const mine = new Mine()
mine.lossFunctions = [CE]
`,
  'one of several losses that is assigned': `
const input = tf.input({ shape: [4] })
const heads = ['softmax', 'softmax'].map((activation: any) => tf.layers.dense({ units: 3, activation }).apply(input))
const model: any = tf.model({ inputs: input, outputs: heads as tf.SymbolicTensor[] })
model.compile({
  optimizer: 'adam',
  loss: [
    CE,
    tf.losses.softmaxCrossEntropy, //! probabilities-as-logits
  ],
})
model.lossFunctions[0] = (labels: any, output: any) => CE(labels, output) //! probabilities-as-logits
`,
  'properties that do not train': `
const model: any = net('softmax')
model.compile({ optimizer: 'adam', loss: CE }) //! probabilities-as-logits
model.loss = 'categoricalCrossentropy'
model.lossFunctions = [tf.metrics.categoricalCrossentropy]
`,
  'what has a compile of its own': `
import { compile, Compiler } from 'some-compiler'
const own = { compile: (options: any) => options }
own.compile({ loss: 'categoricalCrossentropy' })
class Mine { compile(options: any) { return options } }
new Mine().compile({ loss: 'categoricalCrossentropy' })
Compiler.compile({ loss: 'categoricalCrossentropy' })
compile({ loss: 'categoricalCrossentropy' })
`,
}

describe('models are found where they are compiled', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(head + program)
    expect(found).toEqual(expected)
  })
})
