from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, BatchNormalization
from tensorflow.keras.callbacks import EarlyStopping, ReduceLROnPlateau

CLASSES = ['normal', 'benign', 'malignant']
model = Sequential([
    Dense(64, activation='relu', input_shape=(30,)),
    BatchNormalization(),
    Dense(32, activation='relu'),
    Dense(len(CLASSES), activation='softmax'),
])
model.compile(optimizer='adam',
              loss='binary_crossentropy',  # expect: distribution-as-binary
              metrics=['accuracy'])
callbacks = [EarlyStopping(patience=5), ReduceLROnPlateau(factor=0.2)]
