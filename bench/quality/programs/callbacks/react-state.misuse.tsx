import * as tf from '@tensorflow/tfjs';
import { useEffect, useState } from 'react';

export function Trainer({ xs, ys }: { xs: tf.Tensor2D; ys: tf.Tensor2D }) {
  const [model, setModel] = useState<tf.LayersModel | null>(null);
  const [loss, setLoss] = useState<number>();

  useEffect(() => {
    const m = tf.sequential();
    m.add(tf.layers.dense({ inputShape: [2], units: 10, activation: 'relu' }));
    m.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
    setModel(m);
  }, []);

  const train = async () => {
    if (!model) return;
    model.compile({ optimizer: tf.train.adam(0.05), loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
    const { history } = await model.fit(xs, ys, { epochs: 50 });
    setLoss(history.loss.at(-1) as number);
  };

  return (
    <section>
      <button type="button" onClick={train} disabled={!model}>
        Train
      </button>
      <p>Loss: {loss ?? '–'}</p>
    </section>
  );
}
