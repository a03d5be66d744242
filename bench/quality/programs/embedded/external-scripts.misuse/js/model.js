var CLASSES = 5;

function createModel() {
  var model = tf.sequential();
  model.add(tf.layers.dense({ units: 32, inputShape: [10], activation: 'relu' }));
  model.add(tf.layers.dense({ units: CLASSES, activation: 'softmax' }));
  return model;
}
