import * as tf from '@tensorflow/tfjs';

export class ModelService {
  private static instance?: ModelService;
  private readonly model: tf.LayersModel;

  private constructor() {
    const input = tf.input({ shape: [30] });
    const out = tf.layers.dense({ units: 4, activation: 'softmax' }).apply(input) as tf.SymbolicTensor;
    this.model = tf.model({ inputs: input, outputs: out });
  }

  static getInstance(): ModelService {
    if (!ModelService.instance) ModelService.instance = new ModelService();
    return ModelService.instance;
  }

  prepare() {
    this.model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
  }
}

ModelService.getInstance().prepare();
