import * as tf from '@tensorflow/tfjs-node';

/** REINFORCE on CartPole: the chosen action is the label of its own cross-entropy. */
export class PolicyNetwork {
  readonly policyNet: tf.Sequential;

  constructor(hidden: number[]) {
    this.policyNet = tf.sequential();
    hidden.forEach((units, i) => {
      this.policyNet.add(tf.layers.dense({ units, activation: 'elu', inputShape: i === 0 ? [4] : undefined }));
    });
    this.policyNet.add(tf.layers.dense({ units: 1 }));
  }

  getGradientsAndSaveActions(inputTensor: tf.Tensor2D) {
    const f = () =>
      tf.tidy(() => {
        const [logits, actions] = this.getLogitsAndActions(inputTensor);
        const labels = tf.sub(1, tf.tensor2d(actions.dataSync(), actions.shape as [number, number]));
        return tf.losses.sigmoidCrossEntropy(labels, logits).asScalar(); // expect: clean
      });
    return tf.variableGrads(f);
  }

  private getLogitsAndActions(inputs: tf.Tensor2D): [tf.Tensor2D, tf.Tensor2D] {
    return tf.tidy(() => {
      const logits = this.policyNet.predict(inputs) as tf.Tensor2D;
      const leftProb = tf.sigmoid(logits);
      const leftRightProbs = tf.concat([leftProb, tf.sub(1, leftProb)], 1) as tf.Tensor2D;
      const actions = tf.multinomial(leftRightProbs, 1, undefined, true) as tf.Tensor2D;
      return [logits, actions];
    });
  }
}
