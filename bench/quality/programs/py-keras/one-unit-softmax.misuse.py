from tensorflow.keras import layers, models


def build(input_shape=(150, 150, 3)):
    model = models.Sequential(name='cats_and_dogs')
    model.add(layers.Conv2D(32, (3, 3), activation='relu', input_shape=input_shape))
    model.add(layers.MaxPooling2D((2, 2)))
    model.add(layers.Conv2D(64, (3, 3), activation='relu'))
    model.add(layers.GlobalAveragePooling2D())
    model.add(layers.Dense(1, activation='softmax'))
    return model


model = build()
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['acc'])  # expect: single-class-softmax
model.summary()
