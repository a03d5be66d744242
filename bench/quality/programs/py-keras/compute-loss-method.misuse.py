import keras
from keras import ops


class Contrastive(keras.Model):
    def __init__(self, encoder, temperature=0.1):
        super().__init__()
        self.encoder = encoder
        self.temperature = temperature

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        a, b = x
        za = ops.normalize(self.encoder(a), axis=1)
        zb = ops.normalize(self.encoder(b), axis=1)
        sim = ops.matmul(za, ops.transpose(zb)) / self.temperature
        labels = ops.arange(ops.shape(sim)[0])
        sim = ops.softmax(sim, axis=-1)
        loss_a = keras.losses.sparse_categorical_crossentropy(labels, sim, from_logits=True)  # expect: probabilities-as-logits
        return ops.mean(loss_a)


encoder = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(32)])
model = Contrastive(encoder)
model.compile(optimizer="adam")
