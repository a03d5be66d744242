import * as tf from '@tensorflow/tfjs';
import { useModel } from './ModelContext';

export function TrainButton({ xs, ys }: { xs: tf.Tensor; ys: tf.Tensor }) {
  const model = useModel();
  const train = async () => {
    model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
    await model.fit(xs, ys, { epochs: 3 });
  };
  return <button onClick={train}>Train</button>;
}
