import tensorflow as tf
from tensorflow.keras import layers

generator = tf.keras.Sequential([layers.Dense(7 * 7 * 16, input_shape=(100,)), layers.Reshape((7, 7, 16)),
                                 layers.Conv2DTranspose(1, 5, strides=4, padding='same', activation='tanh')])
discriminator = tf.keras.Sequential([layers.Conv2D(16, 5, strides=2), layers.LeakyReLU(), layers.Flatten(), layers.Dense(1)])
cross_entropy = tf.keras.losses.BinaryCrossentropy(from_logits=True)


def discriminator_loss(real_output, fake_output):
    real_loss = cross_entropy(tf.ones_like(real_output), real_output)  # expect: clean
    fake_loss = cross_entropy(tf.zeros_like(fake_output), fake_output)  # expect: clean
    return real_loss + fake_loss


def generator_loss(fake_output):
    return cross_entropy(tf.ones_like(fake_output), fake_output)  # expect: clean


@tf.function
def train_step(images):
    noise = tf.random.normal([images.shape[0], 100])
    with tf.GradientTape(persistent=True) as tape:
        generated = generator(noise, training=True)
        real_output = discriminator(images, training=True)
        fake_output = discriminator(generated, training=True)
        gen_loss = generator_loss(fake_output)
        disc_loss = discriminator_loss(real_output, fake_output)
    return tape.gradient(gen_loss, generator.trainable_variables), tape.gradient(disc_loss, discriminator.trainable_variables)
