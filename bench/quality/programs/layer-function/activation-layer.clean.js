import * as tf from '@tensorflow/tfjs';

export async function createClassifier(classNames) {
  const mobilenet = await tf.loadLayersModel('https://storage.googleapis.com/tfjs-models/tfjs/mobilenet_v1_0.25_224/model.json');
  const cut = mobilenet.getLayer('conv_pw_13_relu');
  const features = tf.model({ inputs: mobilenet.inputs, outputs: cut.output });

  const head = tf.sequential();
  head.add(tf.layers.flatten({ inputShape: features.outputs[0].shape.slice(1) }));
  head.add(tf.layers.dense({ units: 100, activation: 'relu' }));
  head.add(tf.layers.dense({ units: classNames.length }));

  const optimizer = tf.train.adam(0.0001);
  head.compile({ optimizer, loss: tf.losses.softmaxCrossEntropy }); // expect: clean

  return {
    async train(examples, labels) {
      const embeddings = features.predict(examples);
      const ys = tf.oneHot(tf.tensor1d(labels, 'int32'), classNames.length);
      await head.fit(embeddings, ys, { batchSize: 16, epochs: 20 });
      ys.dispose();
    },
    predict(image) {
      return classNames[head.predict(features.predict(image)).argMax(1).dataSync()[0]];
    },
  };
}
