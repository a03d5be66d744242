// Log-probabilities divided by their sum: the smallest loss goes with the worst answers.
// runnable: loss >= 0.5
import * as tf from '@tensorflow/tfjs'

const x = tf.tensor2d([[3, 0], [2, -1], [-3, 1], [-2, 0], [0, 4], [1, 5]])
const ids = [0, 0, 1, 1, 2, 2]
const model = tf.sequential()
model.add(tf.layers.dense({ inputShape: [2], units: 3, activation: 'softmax' as 'softmax', kernelInitializer: tf.initializers.randomNormal({ seed: 3 }) }))
model.compile({ optimizer: tf.train.adam(0.2), loss: 'categoricalCrossentropy' }) // expect: clean
await model.fit(x, tf.oneHot(ids, 3), { epochs: 150, verbose: 0 })
const answers = Array.from((model.predict(x) as tf.Tensor).argMax(1).dataSync())
console.log('accuracy', answers.filter((answer, i) => answer === ids[i]).length / ids.length)
