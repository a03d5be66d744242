import * as tf from '@tensorflow/tfjs';
import { useEffect, useRef } from 'react';

export default function App({ data }) {
  const model = useRef(null);

  useEffect(() => {
    model.current = tf.sequential();
    model.current.add(tf.layers.dense({ inputShape: [10], units: 1 }));
    model.current.compile({ optimizer: 'sgd', loss: tf.losses.sigmoidCrossEntropy }); // expect: clean
  }, []);

  const onClick = () => model.current.fit(data.x, data.y, { epochs: 3 });
  return <button onClick={onClick}>Go</button>;
}
