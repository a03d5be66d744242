import tensorflow as tf

n_hidden, n_classes = 128, 6
x = tf.placeholder("float", [None, 128, 9])
y = tf.placeholder("float", [None, n_classes])

cell = tf.nn.rnn_cell.BasicLSTMCell(n_hidden)
outputs, _ = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
scores = tf.matmul(outputs[:, -1], tf.Variable(tf.random_normal([n_hidden, n_classes])))
pred = scores

cost = tf.reduce_mean(-tf.reduce_sum(y * tf.log(pred), reduction_indices=1))  # expect: logits-as-probabilities
optimizer = tf.train.AdamOptimizer(learning_rate=0.001).minimize(cost)
