const tf = require('@tensorflow/tfjs');
const { createModel } = require('./model');
const { VOCAB, encode } = require('./data');

async function run(pairs) {
  const model = createModel(VOCAB.length, VOCAB.length, 12, 10);
  model.compile({ loss: 'categoricalCrossentropy', optimizer: 'adam' }); // expect: logits-as-probabilities
  const x = encode(pairs.map(([from]) => from), 12);
  const previous = encode(pairs.map(([, to]) => ` ${to}`), 10);
  const y = tf.oneHot(encode(pairs.map(([, to]) => to), 10).toInt(), VOCAB.length);
  await model.fit([x, previous], y, { epochs: 2, batchSize: 128 });
  await model.save('localstorage://dates');
}

module.exports = { run };
