import tensorflow as tf
from tensorflow.keras import layers


class BatchSoftmax(layers.Layer):
    def call(self, x):
        return tf.nn.softmax(x, axis=-1)


model = tf.keras.Sequential([layers.Input((8,)), layers.Dense(16, activation='relu'), layers.Dense(4), BatchSoftmax()])
model.compile('adam', loss='categorical_crossentropy')  # expect: clean
