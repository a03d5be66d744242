const tf = require('@tensorflow/tfjs-node');
const { Attention } = require('./attention');

class Block {
  constructor(width) {
    this.attention = new Attention(width);
    this.norm1 = tf.layers.layerNormalization();
    this.norm2 = tf.layers.layerNormalization();
    this.up = tf.layers.dense({ units: 4 * width, activation: 'gelu' });
    this.down = tf.layers.dense({ units: width });
  }

  apply(x, mask) {
    const attended = x.add(this.attention.apply(this.norm1.apply(x), mask));
    return attended.add(this.down.apply(this.up.apply(this.norm2.apply(attended))));
  }
}

module.exports = { Block };
