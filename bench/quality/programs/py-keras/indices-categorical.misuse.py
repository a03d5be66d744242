import numpy as np
from keras.layers import Dense, GlobalMaxPooling1D, Conv1D, Embedding
from keras.models import Sequential

votes = np.random.rand(300, 5)
texts = np.random.randint(1, 2000, size=(300, 80))
labels = np.argmax(votes, axis=1)

model = Sequential()
model.add(Embedding(2000, 50))
model.add(Conv1D(64, 5, activation='relu'))
model.add(GlobalMaxPooling1D())
model.add(Dense(5, activation='softmax'))
model.compile(optimizer='adam', loss='categorical_crossentropy')  # expect: indices-as-one-hot
model.fit(texts, labels, epochs=4, validation_split=0.2)
