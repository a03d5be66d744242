import tensorflow as tf
from tensorflow.keras import layers


class Attention(layers.Layer):
    def build(self, input_shape):
        self.W = self.add_weight(name='att_weight', shape=(input_shape[-1], 1))
        super().build(input_shape)

    def call(self, x):
        e = tf.tanh(tf.matmul(x, self.W))
        a = tf.nn.softmax(e, axis=1)
        return tf.reduce_sum(x * a, axis=1)


inputs = tf.keras.Input((60, 8))
h = layers.GRU(32, return_sequences=True)(inputs)
h = Attention()(h)
outputs = layers.Dense(3)(h)
model = tf.keras.Model(inputs, outputs)
model.compile('adam', loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))  # expect: clean
