import * as tf from '@tensorflow/tfjs';

type Emotion = 'anger' | 'joy' | 'sadness' | 'fear';
const EMOTIONS: Emotion[] = ['anger', 'joy', 'sadness', 'fear'];

export function buildEmotionModel(landmarks = 68): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 100, activation: 'relu', inputShape: [landmarks * 2] }));
  model.add(tf.layers.dense({ units: EMOTIONS.length, activation: 'softmax' }));
  model.compile({ loss: 'categoricalCrossentropy', optimizer: 'adam', metrics: ['accuracy'] }); // expect: clean
  return model;
}

export function label(emotion: Emotion): number[] {
  return EMOTIONS.map((each) => (each === emotion ? 1 : 0));
}
