import tensorflow as tf


class Decoder(tf.keras.Model):
    def __init__(self, vocab_size, units=64):
        super().__init__()
        self.embedding = tf.keras.layers.Embedding(vocab_size, 32)
        self.gru = tf.keras.layers.GRU(units, return_sequences=True, return_state=True)
        self.fc = tf.keras.layers.Dense(vocab_size, activation='softmax')

    def call(self, x, hidden):
        x = self.embedding(x)
        output, state = self.gru(x, initial_state=hidden)
        output = tf.reshape(output, (-1, output.shape[2]))
        return self.fc(output), state


loss_object = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction='none')


def loss_function(real, pred):
    mask = tf.math.logical_not(tf.math.equal(real, 0))
    loss_ = loss_object(real, pred)  # expect: probabilities-as-logits
    mask = tf.cast(mask, dtype=loss_.dtype)
    loss_ *= mask
    return tf.reduce_mean(loss_)


decoder = Decoder(500)
targ = tf.random.uniform((8, 6), maxval=500, dtype=tf.int32)
dec_hidden = tf.zeros((8, 64))
dec_input = tf.expand_dims([1] * 8, 1)
loss = 0
for t in range(1, targ.shape[1]):
    predictions, dec_hidden = decoder(dec_input, dec_hidden)
    loss += loss_function(targ[:, t], predictions)
    dec_input = tf.expand_dims(targ[:, t], 1)
