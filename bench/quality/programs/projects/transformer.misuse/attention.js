const tf = require('@tensorflow/tfjs-node');

class Attention {
  constructor(width) {
    this.query = tf.layers.dense({ units: width, useBias: false });
    this.key = tf.layers.dense({ units: width, useBias: false });
    this.value = tf.layers.dense({ units: width, useBias: false });
    this.scale = 1 / Math.sqrt(width);
  }

  apply(x, mask) {
    const [q, k, v] = [this.query.apply(x), this.key.apply(x), this.value.apply(x)];
    const scores = tf.matMul(q, k, false, true).mul(this.scale).add(mask);
    return tf.matMul(tf.softmax(scores), v);
  }
}

module.exports = { Attention };
