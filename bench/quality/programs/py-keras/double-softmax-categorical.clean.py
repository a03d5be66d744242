import tensorflow as tf
from tensorflow.keras import layers

inputs = layers.Input(shape=(128, 9))
x = layers.LSTM(32)(inputs)
x = layers.Dense(6, activation='relu')(x)
outputs = layers.Dense(6, activation='softmax')(x)
har = tf.keras.Model(inputs=inputs, outputs=outputs)
har.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])  # expect: clean
