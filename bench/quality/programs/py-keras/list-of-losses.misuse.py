import keras
from keras.layers import Dense, Input

features = Input(shape=(24,))
shared = Dense(48, activation="relu")(features)
day = Dense(7, activation="softmax")(shared)
rain = Dense(1)(shared)
model = keras.Model(features, [day, rain])
model.compile(
    optimizer="adam",
    loss=[
        "sparse_categorical_crossentropy",  # expect: clean
        "binary_crossentropy",  # expect: logits-as-probabilities
    ],
)
