import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 200])
t = tf.placeholder(tf.int64, [None])
W = tf.get_variable('W', [200, 15])
logits = tf.matmul(x, W)
# softmax only for what is shown
prediction = tf.nn.softmax(logits)
confidence = tf.reduce_max(prediction, axis=1)
tf.summary.histogram('confidence', confidence)
xent = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=t, logits=logits)  # expect: clean
cost = tf.reduce_mean(xent) + 1e-4 * tf.nn.l2_loss(W)
