import tensorflow as tf
from tensorflow import keras


class Distiller(keras.Model):
    def __init__(self, student, teacher, temperature=3):
        super().__init__()
        self.student = student
        self.teacher = teacher
        self.temperature = temperature
        self.kl = keras.losses.KLDivergence()

    def distillation(self, x):
        soft_targets = tf.nn.softmax(self.teacher(x, training=False) / self.temperature, axis=1)
        scores = self.student(x, training=True) / self.temperature
        own = scores
        return self.kl(soft_targets, own) * self.temperature ** 2  # expect: logits-as-probabilities


def net(width):
    return keras.Sequential([keras.layers.Dense(width, activation="relu"), keras.layers.Dense(10)])


distiller = Distiller(net(16), net(256))
print(float(distiller.distillation(tf.random.normal((4, 20)))))
