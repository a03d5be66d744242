const tf = require('@tensorflow/tfjs-node');
const data = require('./titanic.json');

const inputs = tf.tensor2d(data.map((p) => [p.age / 80, p.fare / 512, p.sex === 'female' ? 1 : 0, p.pclass / 3]));
const survived = tf.tensor2d(data.map((p) => [p.survived]));

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [4], units: 12, activation: 'relu' }));
model.add(tf.layers.dense({ units: 8, activation: 'relu' }));
model.add(tf.layers.dense({ units: 1, activation: 'softmax' }));

model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] }); // expect: single-class-softmax

model.fit(inputs, survived, { epochs: 150, batchSize: 10, validationSplit: 0.2 }).then(({ history }) => {
  console.log('accuracy', history.acc[history.acc.length - 1]);
});
