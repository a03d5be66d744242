import * as tf from '@tensorflow/tfjs';

type Closure = () => tf.Scalar;

function optimise(steps: number, optimizer: tf.Optimizer, closure: Closure, onStep?: (loss: number) => void) {
  for (let i = 0; i < steps; i++) {
    const value = optimizer.minimize(closure, true)!;
    onStep?.(value.dataSync()[0]);
    value.dispose();
  }
}

const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [9], units: 4 })] });

export function run(x: tf.Tensor2D, y: tf.Tensor2D) {
  const closure: Closure = () => tf.losses.softmaxCrossEntropy(y, model.apply(x) as tf.Tensor2D); // expect: clean
  optimise(100, tf.train.adam(), closure, console.log);
}
