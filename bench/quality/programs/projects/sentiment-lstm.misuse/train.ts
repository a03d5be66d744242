import * as tf from '@tensorflow/tfjs';
import { sentimentModel } from './model';
import { Tokenizer } from './tokenizer';

export interface Review {
  text: string;
  positive: boolean;
}

const LENGTH = 120;

export async function train(reviews: Review[], epochs = 4) {
  const tokenizer = new Tokenizer(8000);
  tokenizer.fit(reviews.map((review) => review.text));
  const x = tf.tensor2d(reviews.map((review) => tokenizer.encode(review.text, LENGTH)));
  const y = tf.tensor2d(reviews.map((review) => [Number(review.positive)]));

  const model = sentimentModel({ vocab: tokenizer.size, length: LENGTH, cells: 'lstm' });
  model.compile({
    optimizer: tf.train.adam(2e-3),
    loss: 'binaryCrossentropy', // expect: logits-as-probabilities
    metrics: ['accuracy'],
  });
  await model.fit(x, y, { epochs, batchSize: 64, validationSplit: 0.1 });
  tf.dispose([x, y]);
  return { model, tokenizer };
}
