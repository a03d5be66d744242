import numpy as np
import tensorflow as tf


def compile_for(n_classes, n_features):
    model = tf.keras.Sequential([
        tf.keras.layers.Dense(100, activation='relu', input_shape=(n_features,)),
        tf.keras.layers.Dense(n_classes, activation='softmax'),
    ])
    loss = 'binary_crossentropy' if n_classes == 2 else 'categorical_crossentropy'  # or here
    model.compile(optimizer='adam', loss=loss)  # expect: clean
    return model


for n in (2, 6):
    compile_for(n, 40)
