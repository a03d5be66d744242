import tensorflow as tf
import numpy as np


class LogisticUnit(tf.Module):
    def __init__(self, n):
        self.w = tf.Variable(tf.random.normal([n, 1]))
        self.b = tf.Variable(tf.zeros([1]))

    def __call__(self, x):
        z = tf.matmul(x, self.w) + self.b
        return tf.sigmoid(z)


unit = LogisticUnit(4)
opt = tf.optimizers.SGD(0.1)
X = np.random.randn(64, 4).astype(np.float32)
Y = (X[:, :1] > 0).astype(np.float32)
for epoch in range(10):
    with tf.GradientTape() as tape:
        out = unit(X)
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=Y, logits=out))  # expect: probabilities-as-logits
    grads = tape.gradient(loss, unit.trainable_variables)
    opt.apply_gradients(zip(grads, unit.trainable_variables))
