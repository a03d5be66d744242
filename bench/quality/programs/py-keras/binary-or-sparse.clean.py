from keras.layers import Dense
from keras.models import Sequential


def head(num_classes):
    if num_classes == 2:
        activation = 'sigmoid'
        units = 1
    else:
        activation = 'softmax'
        units = num_classes
    return units, activation


def build(num_classes, dim):
    units, activation = head(num_classes)
    model = Sequential()
    model.add(Dense(64, activation='relu', input_shape=(dim,)))
    model.add(Dense(units, activation=activation))
    if num_classes == 2:
        loss = 'binary_crossentropy'  # or here
    else:
        loss = 'sparse_categorical_crossentropy'  # or here
    model.compile(optimizer='rmsprop', loss=loss, metrics=['acc'])  # expect: clean
    return model
