// A test that shows the mistake on purpose would be labelled a misuse; this one compares two right ways.
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';

test('both ways agree', async () => {
  const z = tf.tensor2d([[1, 2, 3], [0, 0, 4]]);
  const y = tf.tensor2d([[0, 1, 0], [0, 0, 1]]);
  const a = tf.losses.softmaxCrossEntropy(y, z); // expect: clean
  const b = tf.metrics.categoricalCrossentropy(y, tf.softmax(z)).mean(); // expect: clean
  expect((await a.data())[0]).toBeCloseTo((await b.data())[0], 4);
});
