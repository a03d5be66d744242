import { layers, losses, sequential, train } from './tf';

const model = sequential();
model.add(layers.dense({ inputShape: [14], units: 2, activation: 'softmax' }));
model.compile({ optimizer: train.adam(), loss: losses.softmaxCrossEntropy }); // expect: probabilities-as-logits
export default model;
