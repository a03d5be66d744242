import tensorflow as tf

model = tf.keras.models.Sequential([
    tf.keras.layers.Flatten(input_shape=(28, 28)),
    tf.keras.layers.Dense(128, activation='relu'),
    tf.keras.layers.Dropout(0.2),
    tf.keras.layers.Dense(10),
])
x = tf.random.uniform((8, 28, 28))
y = tf.range(8)

predictions = model(x[:1]).numpy()
print(tf.nn.softmax(predictions).numpy())

loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
print(loss_fn(y[:1], predictions).numpy())  # expect: clean
model.compile(optimizer='adam', loss=loss_fn, metrics=['accuracy'])  # expect: clean
model.fit(x, y, epochs=5)

probability_model = tf.keras.Sequential([model, tf.keras.layers.Softmax()])
probability_model(x[:5])
