import * as tf from '@tensorflow/tfjs';
import React, { useCallback, useRef } from 'react';

const makeModel = () =>
  tf.sequential({
    layers: [tf.layers.dense({ inputShape: [64], units: 16, activation: 'relu' }), tf.layers.dense({ units: 5, activation: 'softmax' })],
  });

export const Doodle: React.FC<{ samples: number[][]; labels: number[] }> = ({ samples, labels }) => {
  const modelRef = useRef<tf.Sequential>(makeModel());

  const handleTrain = useCallback(async () => {
    const model = modelRef.current;
    model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
    await model.fit(tf.tensor2d(samples), tf.oneHot(labels, 5), { epochs: 10 });
  }, [samples, labels]);

  return <button onClick={handleTrain}>Train</button>;
};
