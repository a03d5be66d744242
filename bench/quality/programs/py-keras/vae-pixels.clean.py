import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

latent_dim = 2
encoder = keras.Sequential([layers.Flatten(), layers.Dense(64, activation='relu'), layers.Dense(2 * latent_dim)])
decoder = keras.Sequential([layers.Dense(64, activation='relu'), layers.Dense(784, activation='sigmoid'), layers.Reshape((28, 28, 1))])


class VAE(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            mean, logvar = tf.split(encoder(data), 2, axis=1)
            z = mean + tf.exp(0.5 * logvar) * tf.random.normal(tf.shape(mean))
            reconstruction = decoder(z)
            per_pixel = keras.losses.binary_crossentropy(data, reconstruction)  # expect: clean
            rec = tf.reduce_mean(tf.reduce_sum(per_pixel, axis=(1, 2)))
            kl = -0.5 * tf.reduce_mean(tf.reduce_sum(1 + logvar - tf.square(mean) - tf.exp(logvar), axis=1))
            loss = rec + kl
        variables = encoder.trainable_weights + decoder.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return {'loss': loss}


vae = VAE()
vae.compile(optimizer=keras.optimizers.Adam())
