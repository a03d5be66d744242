class RPSDataset {
  constructor() {
    this.labels = [];
  }

  addExample(example, label) {
    if (this.xs == null) {
      this.xs = tf.keep(example);
    } else {
      const oldX = this.xs;
      this.xs = tf.keep(oldX.concat(example, 0));
      oldX.dispose();
    }
    this.labels.push(label);
  }

  encodeLabels(numClasses) {
    this.ys = tf.keep(tf.oneHot(tf.tensor1d(this.labels).toInt(), numClasses));
  }
}
