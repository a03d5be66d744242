import tensorflow as tf

model = tf.keras.Sequential()
model.add(tf.keras.Input(shape=(20,)))
model.add(tf.keras.layers.Dense(40, activation=tf.nn.relu))
model.add(tf.keras.layers.Dense(6))
model.compile(
    optimizer='sgd',
    # expect: clean
    loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),
)

if __name__ == '__main__':
    x = tf.random.normal((100, 20))
    y = tf.one_hot(tf.random.uniform((100,), maxval=6, dtype=tf.int32), 6)
    model.fit(x, y, epochs=2, verbose=2)
    probability_model = tf.keras.Sequential([model, tf.keras.layers.Softmax()])
    print(probability_model(x[:2]))
