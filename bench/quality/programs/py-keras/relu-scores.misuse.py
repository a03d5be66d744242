import tensorflow as tf

model = tf.keras.models.Sequential([
    tf.keras.layers.Flatten(input_shape=(32, 32, 3)),
    tf.keras.layers.Dense(256, 'relu'),
    tf.keras.layers.Dense(100, 'relu'),
])
model.compile('adam', tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))  # expect: bounded-logits
