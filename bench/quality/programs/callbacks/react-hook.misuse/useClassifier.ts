import * as tf from '@tensorflow/tfjs';
import { useCallback, useState } from 'react';
import { buildModel } from './buildModel';

export function useClassifier(classes: number) {
  const [model] = useState(() => buildModel(classes));
  const [busy, setBusy] = useState(false);

  const train = useCallback(
    async (xs: tf.Tensor, ys: tf.Tensor) => {
      setBusy(true);
      model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
      await model.fit(xs, ys, { epochs: 10 });
      setBusy(false);
    },
    [model],
  );
  return { train, busy };
}
