import * as tf from '@tensorflow/tfjs';
import { Classifier } from './classifier';

const x = tf.randomNormal([100, 4]);
const y = tf.oneHot(tf.randomUniform([100], 0, 3, 'int32'), 3);

new Classifier(4, ['a', 'b', 'c']).build().compile().fit(x, y);
