import * as tf from '@tensorflow/tfjs'

const actor = buildActor(8, 4)
const actorOptimizer = tf.train.adam(3e-4)

function buildActor(observations: number, actions: number) {
  const input = tf.input({ shape: [observations] })
  let x = tf.layers.dense({ units: 64, activation: 'tanh' }).apply(input)
  x = tf.layers.dense({ units: 64, activation: 'tanh' }).apply(x)
  const out = tf.layers.dense({ units: actions, activation: 'softmax' }).apply(x) as tf.SymbolicTensor
  return tf.model({ inputs: input, outputs: out })
}

export function updateActor(states: tf.Tensor2D, actions: tf.Tensor1D, advantages: tf.Tensor1D) {
  const { value, grads } = tf.variableGrads(() => {
    const policy = actor.apply(states) as tf.Tensor2D
    const chosen = tf.oneHot(actions, 4)
    return tf.losses.softmaxCrossEntropy(chosen, policy, advantages) as tf.Scalar // expect: probabilities-as-logits
  })
  actorOptimizer.applyGradients(grads)
  tf.dispose(grads)
  return value
}
