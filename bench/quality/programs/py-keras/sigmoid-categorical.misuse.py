from keras import Input, Model
from keras.layers import LSTM, Dense, Embedding, SpatialDropout1D

MAX_WORDS, MAX_LEN = 50000, 250

inputs = Input(shape=(MAX_LEN,))
x = Embedding(MAX_WORDS, 100)(inputs)
x = SpatialDropout1D(0.2)(x)
x = LSTM(100, dropout=0.2)(x)
outputs = Dense(13, activation='sigmoid')(x)
model = Model(inputs, outputs)
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])  # expect: probabilities-as-distribution
print(model.summary())
