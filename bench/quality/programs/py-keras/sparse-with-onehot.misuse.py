import numpy as np
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import to_categorical

rng = np.random.default_rng(0)
X = rng.normal(size=(500, 12)).astype('float32')
y = to_categorical(rng.integers(0, 4, size=500), num_classes=4)

model = Sequential([Input((12,)), Dense(24, activation='relu'), Dense(4, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')  # expect: one-hot-as-indices
model.fit(X, y, epochs=3, batch_size=50)
