const tf = require('@tensorflow/tfjs-node');
const iris = require('./iris.json');

const x = tf.tensor2d(iris.map((f) => [f.sepal_length, f.sepal_width, f.petal_length, f.petal_width]));
const y = tf.tensor2d(iris.map((f) => ['setosa', 'virginica', 'versicolor'].map((s) => (f.species === s ? 1 : 0))));

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [4], activation: 'sigmoid', units: 5 }));
model.add(tf.layers.dense({ inputShape: [5], activation: 'sigmoid', units: 3 }));
model.add(tf.layers.dense({ activation: 'softmax', units: 3 }));
model.compile({ loss: 'categoricalCrossentropy', optimizer: tf.train.adam(0.06) }); // expect: clean
model.fit(x, y, { epochs: 100 }).then((history) => console.log(history));
