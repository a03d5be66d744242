import tensorflow as tf

BATCH, CLASSES = 128, 10


def _weights(name, shape, stddev):
    return tf.get_variable(name, shape, initializer=tf.truncated_normal_initializer(stddev=stddev))


def inference(images):
    with tf.variable_scope('conv1') as scope:
        kernel = _weights('weights', [5, 5, 3, 64], 5e-2)
        conv1 = tf.nn.relu(tf.nn.conv2d(images, kernel, [1, 1, 1, 1], padding='SAME'), name=scope.name)
    pool1 = tf.nn.max_pool(conv1, ksize=[1, 3, 3, 1], strides=[1, 2, 2, 1], padding='SAME', name='pool1')
    with tf.variable_scope('softmax_linear'):
        flat = tf.reshape(pool1, [BATCH, -1])
        weights = _weights('weights', [flat.get_shape()[1].value, CLASSES], 1 / 192.0)
        biases = tf.get_variable('biases', [CLASSES], initializer=tf.constant_initializer(0.0))
        softmax_linear = tf.add(tf.matmul(flat, weights), biases)
    return tf.nn.softmax(softmax_linear)


def loss(logits, labels):
    labels = tf.cast(labels, tf.int64)
    ce = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits, name='ce')  # expect: probabilities-as-logits
    tf.add_to_collection('losses', tf.reduce_mean(ce))
    return tf.add_n(tf.get_collection('losses'), name='total_loss')


def train(images, labels):
    logits = inference(images)
    total_loss = loss(logits, labels)
    return tf.train.AdamOptimizer(1e-3).minimize(total_loss)
