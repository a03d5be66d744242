import * as tf from '@tensorflow/tfjs';

class Job {
  model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3, activation: 'softmax' })] });

  train() {
    this.model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  }
}

const job = new Job();
job.model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 3 })] });
job.train();
