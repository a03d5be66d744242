import tensorflow as tf

FROM_LOGITS = True


def make_model(num_tags, units=64):
    return tf.keras.Sequential([
        tf.keras.layers.Embedding(10000, units, mask_zero=True),
        tf.keras.layers.Bidirectional(tf.keras.layers.LSTM(units, return_sequences=True)),
        tf.keras.layers.TimeDistributed(tf.keras.layers.Dense(num_tags, activation=None)),
    ])


tagger = make_model(17)
loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=FROM_LOGITS, reduction='none')  # or here
tagger.compile(optimizer='adam', loss=loss)  # expect: clean
