import * as tf from '@tensorflow/tfjs';
import * as use from '@tensorflow-models/universal-sentence-encoder';

export async function train(comments: { text: string; intent: 'buy' | 'none' }[]) {
  const encoder = await use.load();
  const x = await encoder.embed(comments.map((c) => c.text.toLowerCase()));
  const y = tf.tensor2d(comments.map((c) => [c.intent === 'buy' ? 1 : 0, c.intent === 'none' ? 1 : 0]));
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [x.shape[1]], activation: 'softmax', units: 2 }));
  model.compile({ loss: 'categoricalCrossentropy', optimizer: tf.train.adam(0.001), metrics: ['accuracy'] }); // expect: clean
  await model.fit(x as unknown as tf.Tensor, y, { batchSize: 32, validationSplit: 0.1, shuffle: true, epochs: 150 });
  return model;
}
