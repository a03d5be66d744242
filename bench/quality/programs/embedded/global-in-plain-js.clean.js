// loaded by a script tag after tf.min.js
(function (global) {
  'use strict';

  function Model(inputs, classes) {
    var input = tf.input({ shape: [inputs] });
    var out = tf.layers.dense({ units: classes, activation: 'linear' }).apply(input);
    this.net = tf.model({ inputs: input, outputs: out });
    this.net.compile({ optimizer: 'sgd', loss: tf.losses.softmaxCrossEntropy }); // expect: clean
  }

  global.Model = Model;
})(window);
