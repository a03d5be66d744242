import * as tf from '@tensorflow/tfjs'
import type { MnistData } from './data'

export class DigitClassifier {
  private model!: tf.Sequential
  private readonly imageSize = 28

  constructor(private readonly learningRate = 1e-3) {
    this.buildModel()
    this.compileModel()
  }

  private buildModel() {
    this.model = tf.sequential()
    this.model.add(
      tf.layers.conv2d({
        inputShape: [this.imageSize, this.imageSize, 1],
        kernelSize: 5,
        filters: 8,
        strides: 1,
        activation: 'relu',
        kernelInitializer: 'varianceScaling',
      }),
    )
    this.model.add(tf.layers.maxPooling2d({ poolSize: [2, 2], strides: [2, 2] }))
    this.model.add(tf.layers.flatten())
    this.model.add(
      tf.layers.dense({
        units: 10,
        kernelInitializer: 'varianceScaling',
        activation: 'softmax',
      }),
    )
  }

  private compileModel() {
    this.model.compile({
      optimizer: tf.train.adam(this.learningRate),
      loss: tf.losses.softmaxCrossEntropy, // expect: probabilities-as-logits
      metrics: ['accuracy'],
    })
  }

  async train(data: MnistData, epochs = 10) {
    const { xs, labels } = data.getTrainData()
    await this.model.fit(xs, labels, { batchSize: 512, epochs, shuffle: true })
  }

  classify(image: tf.Tensor4D): number {
    return tf.tidy(() => (this.model.predict(image) as tf.Tensor).argMax(-1).dataSync()[0])
  }
}
