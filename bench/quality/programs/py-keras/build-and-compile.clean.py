import argparse
import tensorflow as tf
from tensorflow.keras import layers


class TextCNN:
    def __init__(self, maxlen, max_features, embedding_dims, class_num=5, last_activation='softmax'):
        self.maxlen = maxlen
        self.max_features = max_features
        self.embedding_dims = embedding_dims
        self.class_num = class_num
        self.last_activation = last_activation

    def get_model(self):
        input = layers.Input((self.maxlen,))
        embedding = layers.Embedding(self.max_features, self.embedding_dims)(input)
        convs = []
        for kernel_size in [3, 4, 5]:
            c = layers.Conv1D(128, kernel_size, activation='relu')(embedding)
            convs.append(layers.GlobalMaxPooling1D()(c))
        x = layers.Concatenate()(convs)
        output = layers.Dense(self.class_num, activation=self.last_activation)(x)
        return tf.keras.Model(inputs=input, outputs=output)


if __name__ == '__main__':
    model = TextCNN(400, 5000, 50, class_num=4).get_model()
    model.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])  # expect: clean
