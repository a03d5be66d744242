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
