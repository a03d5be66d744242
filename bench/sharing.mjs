/**
 * A project whose files all lead to the same losses: a wrapper, a function that compiles the model that it is given, and a
 * base class, reached through a barrel; each has functions and a class of its own that are called alike in all files. Every
 * tenth file hands over probabilities.
 *
 * @param {number} size number of files that call
 * @returns {{ path: string, text: string }[]}
 */
export function sharing(size) {
  const callers = Array.from({ length: size }, (_, index) => ({
    path: `src/area${Math.floor(index / 50)}/task${index}.ts`,
    text: task(index),
  }))
  return [
    { path: 'src/shared/losses.ts', text: losses },
    { path: 'src/shared/trainer.ts', text: trainer },
    { path: 'src/shared/index.ts', text: "export * from './losses'\nexport * from './trainer'\n" },
    ...callers,
  ]
}

const losses = `import * as tf from '@tensorflow/tfjs'
export function classLoss(labels: tf.Tensor, scores: tf.Tensor): tf.Scalar {
  return tf.losses.softmaxCrossEntropy(labels, scores)
}
export function prepare(model: tf.LayersModel): tf.LayersModel {
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy })
  return model
}
`

const trainer = `import * as tf from '@tensorflow/tfjs'
import { classLoss } from './losses'
export abstract class Trainer {
  protected model: tf.Sequential
  constructor(units: number) {
    this.model = this.build(units)
  }
  abstract build(units: number): tf.Sequential
  forward(x: tf.Tensor): tf.Tensor {
    return this.model.predict(x) as tf.Tensor
  }
  step(x: tf.Tensor, y: tf.Tensor): tf.Scalar {
    return classLoss(y, this.forward(x))
  }
}
`

function task(index) {
  const activation = index % 10 === 9 ? ", activation: 'softmax'" : ''
  return `import * as tf from '@tensorflow/tfjs'
import { classLoss, prepare, Trainer } from '../shared'

export class Trainer${index} extends Trainer {
  constructor() {
    super(${3 + (index % 5)})
  }
  build(units: number): tf.Sequential {
    const model = tf.sequential()
    model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [8] }))
    model.add(tf.layers.dense({ units${activation} }))
    return model
  }
}

export function run${index}(x: tf.Tensor, y: tf.Tensor) {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 5, inputShape: [4]${activation} })] })
  const loss = classLoss(y, model.predict(x) as tf.Tensor)
  const trainer = new Trainer${index}()
  return [loss, trainer.step(x, y), tf.losses.softmaxCrossEntropy(y, trainer.forward(x))]
}

function build(units: number) {
  return tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [4]${activation} })] })
}

function train(model: tf.Sequential) {
  model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy })
}
train(build(4))

class Net {
  head = tf.layers.dense({ units: 3${activation} })
  forward(x: tf.Tensor): tf.Tensor {
    return this.head.apply(x) as tf.Tensor
  }
  loss(x: tf.Tensor, y: tf.Tensor) {
    return tf.losses.softmaxCrossEntropy(y, this.forward(x))
  }
}

export function evaluate(net: Net, x: tf.Tensor, y: tf.Tensor) {
  return classLoss(y, net.forward(x))
}
export const result = evaluate(new Net(), tf.ones([2, 4]), tf.ones([2, 3]))

export function fit${index}() {
  return prepare(tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4]${activation} })] }))
}
`
}
