async function main() {
  const tf = await import('@tensorflow/tfjs');
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [4], units: 3, activation: 'linear' }));
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  await model.fit(tf.randomNormal([9, 4]), tf.oneHot([0, 1, 2, 0, 1, 2, 0, 1, 2], 3));
}

main();
