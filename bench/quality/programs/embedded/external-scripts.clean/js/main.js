async function start() {
  var model = createModel();
  model.compile({ optimizer: 'adam', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  await model.fit(tf.randomNormal([100, 10]), tf.oneHot(tf.randomUniform([100], 0, CLASSES, 'int32'), CLASSES));
}
