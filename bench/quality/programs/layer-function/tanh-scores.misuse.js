const tf = require('@tensorflow/tfjs');

const net = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [9], units: 36, activation: 'tanh' }),
    tf.layers.dense({ units: 36, activation: 'tanh' }),
    tf.layers.dense({ units: 9, activation: 'tanh' }),
  ],
});

// which of the nine fields to take next
net.compile({ optimizer: tf.train.adam(), loss: tf.losses.softmaxCrossEntropy }); // expect: bounded-logits

exports.learn = async (boards, moves) => {
  const xs = tf.tensor2d(boards, [boards.length, 9]);
  const ys = tf.oneHot(moves, 9);
  await net.fit(xs, ys, { epochs: 100, verbose: 0 });
};
exports.play = (board) => net.predict(tf.tensor2d([board])).argMax(1).dataSync()[0];
