import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

images = tf.placeholder(tf.float32, [None, 64, 64, 1])
labels = tf.placeholder(tf.int32, [None])
net = tf.layers.flatten(images)
net = tf.layers.dense(net, 200, activation=tf.nn.relu)
net = tf.layers.dense(net, 36)
onehot = tf.one_hot(labels, 36)
loss = tf.losses.softmax_cross_entropy(onehot_labels=onehot, logits=net)  # expect: clean
train_op = tf.train.MomentumOptimizer(0.01, 0.9).minimize(loss)
