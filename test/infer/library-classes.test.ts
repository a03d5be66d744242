import { describe, expect, test } from 'vitest'
import { verdicts } from '../support/verdicts.js'

/** Models and layers that are subclasses of a library class, each wrong beside its right twin. */
const programs: Record<string, string> = {
  'extends Sequential, super layers': `
import * as tf from '@tensorflow/tfjs'
class Net extends tf.Sequential {
  constructor() {
    super({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] })
    this.add(tf.layers.dense({ units: 3, activation: 'softmax' }))
  }
}
const net = new Net()
net.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
class Clean extends tf.Sequential {
  constructor() {
    super()
    this.add(tf.layers.dense({ units: 3 }))
  }
}
new Clean().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'extends Sequential, compile in constructor': `
import * as tf from '@tensorflow/tfjs'
class Net extends tf.Sequential {
  constructor(activation: string) {
    super()
    this.add(tf.layers.dense({ units: 3, activation }))
    this.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  }
}
new Net('softmax')
class Right extends tf.Sequential {
  constructor(activation: string) {
    super()
    this.add(tf.layers.dense({ units: 3, activation }))
    this.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
  }
}
new Right('linear')
`,
  'a layer that takes its input out of a list': `
import * as tf from '@tensorflow/tfjs'
class Watch extends tf.layers.Layer {
  call(input: tf.Tensor | tf.Tensor[]) {
    return tf.tidy(() => {
      if (Array.isArray(input)) input = input[0]
      return input
    })
  }
}
const watched = (activation: 'softmax' | 'linear') => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2], activation })] })
  model.add(new Watch({}))
  return model
}
watched('linear').compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
watched('softmax').compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'extends LayersModel': `
import * as tf from '@tensorflow/tfjs'
class M extends tf.LayersModel {
  constructor(activation: 'softmax' | 'linear') {
    const inputs = tf.input({ shape: [3] })
    const outputs = tf.layers.dense({ units: 3, activation }).apply(inputs) as tf.SymbolicTensor
    super({ inputs, outputs })
  }
  prepare() {
    this.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  }
  go(x: tf.Tensor, y: tf.Tensor) {
    const p = this.predict(x) as tf.Tensor
    tf.metrics.categoricalCrossentropy(y, p) //! clean
    return tf.losses.softmaxCrossEntropy(y, this.apply(x) as tf.Tensor) //! probabilities-as-logits
  }
}
const m = new M('softmax')
m.prepare()
m.go(tf.zeros([1, 3]), tf.zeros([1, 3]))
`,
  'open method of a LayersModel subclass': `
import * as tf from '@tensorflow/tfjs'
class M extends tf.LayersModel {
  constructor() {
    const inputs = tf.input({ shape: [3] })
    super({ inputs, outputs: tf.layers.dense({ units: 3, activation: 'softmax' }).apply(inputs) as tf.SymbolicTensor })
  }
  prepare() {
    this.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  }
}
export { M }
`,
  'super.compile in an override': `
import * as tf from '@tensorflow/tfjs'
class M extends tf.Sequential {
  constructor() { super({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }) }
  compile(args: any) {
    super.compile({ ...args, loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
  }
}
new M().compile({ optimizer: 'sgd' })
class R extends tf.Sequential {
  constructor() { super({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }) }
  compile(args: any) {
    super.compile({ ...args, loss: 'categoricalCrossentropy' }) //! clean
  }
}
new R().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy })
`,
  'layer with call': `
import * as tf from '@tensorflow/tfjs'
class Soft extends tf.layers.Layer {
  static className = 'Soft'
  call(x: any) { return tf.softmax(x[0]) }
}
class Twice extends tf.layers.Layer {
  call(x: tf.Tensor | tf.Tensor[]) { return tf.tidy(() => tf.matMul(Array.isArray(x) ? x[0] : x, tf.zeros([3, 3]))) }
}
const model = tf.sequential()
model.add(tf.layers.dense({ units: 3 }))
model.add(new Soft())
model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const other = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' }), new Twice({})] })
other.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
const input = tf.input({ shape: [2] })
const functional = tf.model({ inputs: input, outputs: new Soft().apply(tf.layers.dense({ units: 3 }).apply(input)) as tf.SymbolicTensor })
functional.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
`,
  'subclass overrides predict/apply': `
import * as tf from '@tensorflow/tfjs'
class M extends tf.Sequential {
  constructor() { super({ layers: [tf.layers.dense({ units: 3 })] }) }
  predict(x: tf.Tensor) { return tf.softmax(super.predict(x) as tf.Tensor) }
}
const m = new M()
export const f = (x: tf.Tensor, y: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, m.predict(x)) //! probabilities-as-logits
export const g = (x: tf.Tensor, y: tf.Tensor) => tf.losses.softmaxCrossEntropy(y, m.apply(x) as tf.Tensor) //! clean
m.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }) //! logits-as-probabilities
`,
  'disco gpt': `
import * as tf from '@tensorflow/tfjs'
class GPTModel extends tf.LayersModel {
  protected readonly config: any
  constructor(partialConfig?: any) {
    const completeConfig = getModelConfig(partialConfig)
    const gpt = GPTArchitecture(completeConfig)
    const { inputs, outputs, name } = gpt
    super({ inputs, outputs, name })
    this.config = completeConfig
  }
  override compile() {
    if (this.optimizer === undefined) this.optimizer = tf.train.adam(this.config.lr)
  }
  async trainOnBatch(x: tf.Tensor, y: tf.Tensor) {
    const loss = () => {
      const logits = this.apply(x)
      if (Array.isArray(logits)) throw new Error('x')
      if (logits instanceof tf.SymbolicTensor) throw new Error('s')
      const loss = tf.losses.softmaxCrossEntropy(y, logits) //! clean
      return loss.asScalar()
    }
    return tf.variableGrads(loss)
  }
}
function getModelConfig(c: any) { return { lr: 0.1, vocabSize: 10, ...c } }
function GPTArchitecture(config: any): tf.LayersModel {
  const inputs = tf.input({ shape: [null] })
  let x = tf.layers.embedding({ name: config.name + '/wte', inputDim: config.vocabSize, outputDim: 4 }).apply(inputs) as tf.SymbolicTensor
  for (let i = 0; i < config.nLayer; i++) { x = tf.layers.layerNormalization({ name: 'b' + i }).apply(x) as tf.SymbolicTensor }
  x = tf.layers.layerNormalization({ name: config.name + '/ln_f' }).apply(x) as tf.SymbolicTensor
  if (config.lmHead) {
    x = tf.layers.dense({ name: 'lm_head', units: config.vocabSize, inputDim: 3, useBias: false }).apply(x) as tf.SymbolicTensor
  }
  return tf.model({ inputs, outputs: x })
}
export { GPTModel }
`,
  'class extends through own base': `
import * as tf from '@tensorflow/tfjs'
class Base extends tf.Sequential {
  constructor(layers: tf.layers.Layer[]) { super({ layers }) }
}
class Leaf extends Base {
  constructor() { super([tf.layers.dense({ units: 2, activation: 'softmax' })]) }
}
new Leaf().compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
class Missing extends Base {}
new Missing([tf.layers.dense({ units: 2 })]).compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'new tf.Sequential, new tf.LayersModel': `
import * as tf from '@tensorflow/tfjs'
const m = new tf.Sequential({ layers: [tf.layers.dense({ units: 2, activation: 'softmax' })] })
m.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! probabilities-as-logits
const i = tf.input({ shape: [2] })
const l = new tf.LayersModel({ inputs: i, outputs: tf.layers.dense({ units: 2 }).apply(i) as tf.SymbolicTensor })
l.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) //! clean
`,
  'subclass of a library class that is unknown': `
import * as tf from '@tensorflow/tfjs'
import { Base } from 'elsewhere'
class Net extends Base {
  constructor() { super({ layers: [tf.layers.dense({ units: 3, activation: 'softmax' })] }) }
  prepare() { this.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }) } //! unknown
}
new Net().prepare()
`,
}

describe('classes that extend a library', () => {
  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program)
    expect(found).toEqual(expected)
  })
})
