import * as tf from '@tensorflow/tfjs';

export function makeDiscriminator() {
  const d = tf.sequential();
  d.add(tf.layers.dense({ units: 256, inputShape: [784] }));
  d.add(tf.layers.leakyReLU({ alpha: 0.2 }));
  d.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  return d;
}

export function discriminatorStep(discriminator, generator, real, optimizer) {
  const n = real.shape[0];
  return optimizer.minimize(() => {
    const fake = generator.predict(tf.randomNormal([n, 100]));
    const onReal = discriminator.apply(real);
    const onFake = discriminator.apply(fake);
    const realLoss = tf.losses.logLoss(tf.ones([n, 1]), onReal); // expect: unknown
    return realLoss.add(tf.losses.logLoss(tf.zeros([n, 1]), onFake)); // expect: unknown
  }, true);
}

export function run(real) {
  const optimizer = tf.train.adam(2e-4, 0.5);
  const discriminator = makeDiscriminator();
  return optimizer.minimize(() => {
    const verdict = discriminator.apply(real);
    return tf.losses.logLoss(tf.ones([real.shape[0], 1]), verdict); // expect: clean
  }, true);
}
