import sys
from tensorflow.keras.models import load_model
from tensorflow.keras.optimizers import Adam

# continue from a checkpoint somebody uploaded
model = load_model(sys.argv[1], compile=False)
model.compile(optimizer=Adam(1e-5), loss='categorical_crossentropy', metrics=['accuracy'])  # expect: unknown
print(model.evaluate)
