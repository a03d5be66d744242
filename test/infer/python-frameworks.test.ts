import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

/** What other libraries than torch train by: losses by name, with and without `from_logits`, as objects and as functions. */
const programs: Record<string, string> = {
  'keras: losses by name': `
from tensorflow import keras
from tensorflow.keras import layers
wrong = keras.Sequential([layers.Input((4,)), layers.Dense(3)])
wrong.compile('adam', 'sparse_categorical_crossentropy') #! logits-as-probabilities
right = keras.Sequential()
right.add(layers.Dense(8, activation='relu', input_shape=(4,)))
right.add(layers.Dense(3, activation='softmax'))
right.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy']) #! clean
one = keras.Sequential([layers.Dense(1)])
one.compile(optimizer='adam', loss='binary_crossentropy') #! logits-as-probabilities
two = keras.Sequential([layers.Dense(1, activation='sigmoid')])
two.compile(optimizer='adam', loss='binary_crossentropy') #! clean
three = keras.Sequential([layers.Dense(1, activation='softmax')])
three.compile(optimizer='adam', loss='binary_crossentropy') #! single-class-softmax
`,
  'keras: losses as objects': `
import tensorflow as tf
from keras.losses import SparseCategoricalCrossentropy
def build(activation=None):
    return tf.keras.Sequential([tf.keras.layers.Dense(3, activation=activation)])
CE = tf.keras.losses.CategoricalCrossentropy
a = build('softmax')
a.compile('sgd', loss=CE(from_logits=True)) #! probabilities-as-logits
b = build()
b.compile('sgd', loss=CE(from_logits=True)) #! clean
c = build('softmax')
c.compile('sgd', loss=CE()) #! clean
d = build()
d.compile('sgd', loss=CE()) #! logits-as-probabilities
e = build(activation=tf.nn.softmax)
e.compile('sgd', loss=SparseCategoricalCrossentropy(from_logits=True)) #! probabilities-as-logits
f = build('linear')
f.compile('sgd', loss=SparseCategoricalCrossentropy(from_logits=False)) #! logits-as-probabilities
def step(x, y):
    CE(from_logits=True)(y, a(x)) #! probabilities-as-logits
    CE(from_logits=True)(y, b(x, training=True)) #! clean
    CE()(y_true=y, y_pred=b(x)) #! logits-as-probabilities
    tf.keras.losses.categorical_crossentropy(y, a(x), from_logits=True) #! probabilities-as-logits
    tf.keras.losses.categorical_crossentropy(y, a(x)) #! clean
`,
  'keras: models of functions and of classes': `
from keras import Input, Model, layers
import keras
inputs = Input(shape=(4,))
scores = layers.Dense(3)(inputs)
probs = layers.Activation('softmax')(scores)
wrong = Model(inputs, scores)
wrong.compile(loss='categorical_crossentropy', optimizer='sgd') #! logits-as-probabilities
right = Model(inputs=inputs, outputs=probs)
right.compile(loss='categorical_crossentropy', optimizer='sgd') #! clean
both = Model(inputs, [scores, probs])
both.compile(optimizer='sgd', loss=[
    keras.losses.CategoricalCrossentropy(from_logits=True), #! clean
    keras.losses.CategoricalCrossentropy(from_logits=True), #! probabilities-as-logits
])
class Net(keras.Model):
    def __init__(self, act):
        super().__init__()
        self.fc = layers.Dense(3)
        self.act = layers.Activation(act)
    def call(self, x, training=False):
        return self.act(self.fc(x))
net = Net('softmax')
net.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer='sgd') #! probabilities-as-logits
other = Net('linear')
other.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer='sgd') #! clean
`,
  'tensorflow: functions': `
import tensorflow as tf
def step(x, y, w):
    s = tf.matmul(x, w)
    p = tf.nn.softmax(s)
    tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=s) #! clean
    tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=p) #! probabilities-as-logits
    tf.nn.sparse_softmax_cross_entropy_with_logits(y, p) #! probabilities-as-logits
    tf.nn.sigmoid_cross_entropy_with_logits(logits=tf.sigmoid(s), labels=y) #! probabilities-as-logits
    tf.nn.sigmoid_cross_entropy_with_logits(logits=s, labels=y) #! clean
    tf.nn.softmax_cross_entropy_with_logits(labels=s, logits=tf.one_hot(y, 3)) #! swapped-arguments
    tf.nn.softmax_cross_entropy_with_logits(labels=tf.one_hot(y, 3), logits=s) #! clean
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(y, p)) #! probabilities-as-logits
    return loss
`,
  'jax and optax': `
import jax
import jax.numpy as jnp
import optax
def step(params, x, y):
    s = jnp.dot(x, params['w']) + params['b']
    p = jax.nn.softmax(s)
    optax.softmax_cross_entropy(s, y) #! clean
    optax.softmax_cross_entropy(p, y) #! probabilities-as-logits
    optax.softmax_cross_entropy_with_integer_labels(logits=p, labels=y) #! probabilities-as-logits
    optax.softmax_cross_entropy_with_integer_labels(s, y).mean() #! clean
    optax.sigmoid_binary_cross_entropy(jax.nn.sigmoid(s), y) #! probabilities-as-logits
    optax.sigmoid_binary_cross_entropy(s, y) #! clean
@jax.jit
def train(params, x, y):
    def loss_fn(params):
        out = jax.nn.softmax(x @ params)
        return optax.softmax_cross_entropy(out, y).mean() #! probabilities-as-logits
    return jax.value_and_grad(loss_fn)(params)
`,
  'flax modules': `
import flax.linen as nn
import optax
class Net(nn.Module):
    probs: bool = False
    @nn.compact
    def __call__(self, x):
        x = nn.Dense(3)(x)
        return nn.softmax(x) if self.probs else x
class Soft(nn.Module):
    def setup(self):
        self.fc = nn.Dense(3)
    def __call__(self, x):
        return nn.softmax(self.fc(x))
def loss(params, x, y):
    optax.softmax_cross_entropy(Net(probs=True).apply({'params': params}, x), y) #! probabilities-as-logits
    optax.softmax_cross_entropy(Net().apply({'params': params}, x), y) #! clean
    return optax.softmax_cross_entropy(Soft().apply(params, x), y) #! probabilities-as-logits
`,
  'sklearn: log_loss': `
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
import numpy as np
clf = LogisticRegression()
def score(x, y):
    clf.fit(x, y)
    log_loss(y, clf.predict_proba(x)) #! clean
    log_loss(y, clf.decision_function(x)) #! logits-as-probabilities
    log_loss(y, clf.predict_log_proba(x)) #! log-probabilities-as-probabilities
    log_loss(y_true=y, y_pred=clf.predict_proba(x)) #! clean
    log_loss(y, np.exp(clf.predict_log_proba(x))) #! clean
`,
  'skorch, and its standard loss': `
from skorch import NeuralNetClassifier
from torch import nn
import torch
scores = nn.Sequential(nn.Linear(4, 3))
probs = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=-1))
def train(x, y):
    NeuralNetClassifier(probs).fit(x, y)
    NeuralNetClassifier(probs, criterion=nn.CrossEntropyLoss).fit(x, y) #! probabilities-as-logits
    NeuralNetClassifier(scores, criterion=nn.CrossEntropyLoss).fit(x, y) #! clean
`,
  'fastai: a learner': `
from fastai.vision.all import *
import torch.nn as nn
def train(dls):
    wrong = Learner(dls, nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1)), loss_func=CrossEntropyLossFlat()) #! probabilities-as-logits
    wrong.fit(1)
    right = Learner(dls, nn.Sequential(nn.Linear(4, 3)), loss_func=CrossEntropyLossFlat()) #! clean
    right.fit_one_cycle(1)
`,
  'lightning: losses in hooks': `
import lightning as L
import torch
from torch import nn
import torch.nn.functional as F
from torchmetrics import Accuracy
class Net(L.LightningModule):
    def __init__(self, lr=1e-3):
        super().__init__()
        self.save_hyperparameters()
        self.model = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
        self.acc = Accuracy(task='multiclass', num_classes=3)
    def forward(self, x):
        return self.model(x)
    def training_step(self, batch, batch_idx):
        x, y = batch
        out = self(x)
        loss = F.cross_entropy(out, y) #! probabilities-as-logits
        self.acc(out, y)
        return loss
    def test_step(self, batch, _):
        x, y = batch
        return F.nll_loss(torch.log(self.forward(x)), y) #! clean
    def predict_step(self, batch, _):
        return F.softmax(self.model[0](batch), dim=1)
L.Trainer().fit(Net())
`,
  'huggingface: the loss that a trainer overrides': `
import torch
from torch import nn
from transformers import AutoModelForSequenceClassification, Trainer
model = AutoModelForSequenceClassification.from_pretrained('bert-base-uncased')
class Wrong(Trainer):
    def compute_loss(self, model, inputs, return_outputs=False):
        labels = inputs.pop('labels')
        logits = model(**inputs).logits
        return nn.CrossEntropyLoss()(logits.softmax(-1), labels) #! probabilities-as-logits
def step(batch):
    out = model(input_ids=batch['input_ids'])
    nn.functional.cross_entropy(out.logits, batch['labels']) #! clean
    nn.functional.nll_loss(out.logits, batch['labels']) #! logits-as-log-probabilities
`,
}

describe('libraries of Python', () => {
  beforeAll(loadParser)

  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(program)
    expect(found).toEqual(expected)
  })
})
