var tf = require('@tensorflow/tfjs');

function Net(inputs, outputs) {
  this.model = tf.sequential();
  this.model.add(tf.layers.dense({ units: 20, inputShape: [inputs], activation: 'relu' }));
  this.model.add(tf.layers.dense({ units: outputs }));
}

Net.prototype.compile = function () {
  this.model.compile({ optimizer: tf.train.sgd(0.05), loss: tf.losses.softmaxCrossEntropy }); // expect: clean
};

Net.prototype.train = function (xs, ys, done) {
  this.model.fit(xs, ys, { epochs: 5 }).then(done);
};

var net = new Net(8, 3);
net.compile();
module.exports = net;
