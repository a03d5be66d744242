const tf = require('@tensorflow/tfjs');

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [2], units: 2, activation: 'softmax' }));
model.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy });
// no: the function wants logits
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' }); // expect: clean
model.fit(tf.eye(2), tf.eye(2));
