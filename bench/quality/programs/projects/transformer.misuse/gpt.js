const tf = require('@tensorflow/tfjs-node');
const { Block } = require('./block');

class GPT {
  constructor({ vocab, width, depth, context }) {
    this.embed = tf.layers.embedding({ inputDim: vocab, outputDim: width });
    this.position = tf.layers.embedding({ inputDim: context, outputDim: width });
    this.blocks = Array.from({ length: depth }, () => new Block(width));
    this.norm = tf.layers.layerNormalization();
    this.unembed = tf.layers.dense({ units: vocab, useBias: false });
  }

  forward(tokens) {
    const length = tokens.shape[1];
    const mask = tf.linalg.bandPart(tf.ones([length, length]), -1, 0).sub(1).mul(1e9);
    let x = this.embed.apply(tokens).add(this.position.apply(tf.range(0, length)));
    for (const block of this.blocks) x = block.apply(x, mask);
    const logits = this.unembed.apply(this.norm.apply(x));
    return { logits, probs: tf.softmax(logits) };
  }
}

module.exports = { GPT };
