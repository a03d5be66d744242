import * as tf from '@tensorflow/tfjs';

const model: any = (tf.sequential as any)();
(<any>model).add((tf as any).layers.dense({ inputShape: [4], units: 2, activation: 'linear' } as any));
const compiled = model as unknown as tf.LayersModel;
compiled.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy } satisfies tf.ModelCompileArgs); // expect: clean
export default compiled;
