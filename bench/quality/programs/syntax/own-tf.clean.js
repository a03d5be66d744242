// `tf` is this project's, and so is what it calls softmaxCrossEntropy
import * as library from '@tensorflow/tfjs';

const tf = {
  losses: { softmaxCrossEntropy: (p, y) => p.sub(y).square().mean() },
  softmax: (x) => x.exp().div(x.exp().sum(-1, true)),
};

const w = library.variable(library.randomNormal([3, 3]));
export const own = (x, y) => tf.losses.softmaxCrossEntropy(tf.softmax(x), y);
export const cost = (x, y) => library.losses.softmaxCrossEntropy(y, x.matMul(w)); // expect: clean
