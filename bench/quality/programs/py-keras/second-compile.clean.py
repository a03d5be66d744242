from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.losses import SparseCategoricalCrossentropy

base = keras.applications.EfficientNetB0(include_top=False, pooling='avg')
model = keras.Sequential([base, layers.Dense(120, activation='softmax')])

base.trainable = False
model.compile('adam', loss='sparse_categorical_crossentropy')  # expect: clean
# model.fit(train_ds, epochs=5)

base.trainable = True
for layer in base.layers[:-20]:
    layer.trainable = False
model.compile(keras.optimizers.Adam(1e-5), loss=SparseCategoricalCrossentropy(from_logits=False))  # expect: clean
