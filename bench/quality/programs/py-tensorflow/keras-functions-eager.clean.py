import tensorflow as tf
from tensorflow.keras.losses import binary_crossentropy


def dense(x, w, b, activation=None):
    y = tf.linalg.matmul(x, w) + b
    return activation(y) if activation is not None else y


w = tf.Variable(tf.random.normal([30, 1]))
b = tf.Variable([0.0])
x = tf.random.normal([10, 30])
y = tf.constant([[1.0]] * 5 + [[0.0]] * 5)
with tf.GradientTape() as tape:
    p = dense(x, w, b, activation=tf.nn.sigmoid)
    loss = tf.reduce_mean(binary_crossentropy(y, p))  # expect: clean
print(tape.gradient(loss, [w, b]))
