from tensorflow import keras
from tensorflow.keras import layers

# toxic comments: six labels, each of them yes or no
labels = ['toxic', 'severe_toxic', 'obscene', 'threat', 'insult', 'identity_hate']
inp = keras.Input(shape=(200,))
x = layers.Embedding(20000, 128)(inp)
x = layers.LSTM(60, return_sequences=True)(x)
x = layers.GlobalMaxPool1D()(x)
x = layers.Dropout(0.1)(x)
x = layers.Dense(50, activation='relu')(x)
x = layers.Dense(len(labels), activation='sigmoid')(x)
model = keras.Model(inputs=inp, outputs=x)
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])  # expect: clean
