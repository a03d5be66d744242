import tensorflow as tf

w1 = tf.Variable(tf.random.normal([20, 32], stddev=0.1))
w2 = tf.Variable(tf.random.normal([32, 5], stddev=0.1))


def network(x):
    return tf.nn.relu(x @ w1) @ w2


@tf.function
def cost(x, labels):
    onehot = tf.one_hot(labels, depth=5)
    logits = network(x)
    return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(onehot, logits))  # expect: clean


optimizer = tf.keras.optimizers.Adam(1e-2)
for step in range(20):
    x = tf.random.normal([16, 20])
    labels = tf.random.uniform([16], maxval=5, dtype=tf.int32)
    optimizer.minimize(lambda: cost(x, labels), var_list=[w1, w2])
