from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPool2D
from tensorflow.keras.losses import BinaryCrossentropy, CategoricalCrossentropy

inp = Input((64, 64, 3))
x = inp
for f in (16, 32, 64):
    x = Conv2D(f, 3, activation='relu')(x)
    x = MaxPool2D()(x)
x = Flatten()(x)
gender = Dense(1, activation='sigmoid', name='gender')(Dense(64, activation='relu')(x))
ethnicity = Dense(5, activation='softmax', name='ethnicity')(Dense(64, activation='relu')(x))

model = Model(inputs=inp, outputs=[gender, ethnicity])
model.compile(
    optimizer='adam',
    loss={
        'gender': BinaryCrossentropy(),  # expect: clean
        'ethnicity': CategoricalCrossentropy(from_logits=True),  # expect: probabilities-as-logits
    },
    loss_weights={'gender': 0.3, 'ethnicity': 1.0},
)
