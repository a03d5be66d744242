from tensorflow import keras

model = keras.models.Sequential([
    keras.layers.LSTM(64, input_shape=(50, 3)),
    keras.layers.Dense(4, activation='softmax'),
])
model.compile(loss='categorical_cross_entropy', optimizer='adam', metrics=['accuracy'])  # expect: bad-option
