import * as tf from '@tensorflow/tfjs'

const { softmaxCrossEntropy, sigmoidCrossEntropy, meanSquaredError } = tf.losses

export function makeClassifier(inputSize, labels, hiddenUnits = 32) {
  const multi = labels.length > 2
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape: [inputSize], units: hiddenUnits, activation: 'elu' }))
  model.add(tf.layers.dense({ units: labels.length, useBias: true }))
  const lossFunction = sigmoidCrossEntropy
  const optimizer = multi ? tf.train.adam(1e-3) : tf.train.sgd(1e-2)
  model.compile({ optimizer, loss: lossFunction }) // expect: clean
  return model
}

export function regressor(inputSize) {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [inputSize], units: 1 })] })
  model.compile({ optimizer: 'sgd', loss: meanSquaredError })
  return model
}
