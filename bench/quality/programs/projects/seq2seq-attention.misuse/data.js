const tf = require('@tensorflow/tfjs');

exports.VOCAB = '0123456789-JFMASOND'.split('');
exports.encode = (strings, length) =>
  tf.tensor2d(strings.map((s) => Array.from({ length }, (_, i) => exports.VOCAB.indexOf(s[i] ?? '-'))));
