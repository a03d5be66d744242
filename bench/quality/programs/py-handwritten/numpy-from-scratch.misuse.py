import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(p, y):
    return -np.mean(np.sum(y * np.log(p + 1e-9), axis=1))  # expect: logits-as-probabilities


rng = np.random.default_rng(1)
X = rng.normal(size=(100, 4))
labels = rng.integers(0, 3, size=100)
Y = np.eye(3)[labels]
W, b = rng.normal(size=(4, 3)), np.zeros(3)
for epoch in range(50):
    scores = X.dot(W) + b
    P = softmax(scores)
    loss = cross_entropy(scores, Y)  # or here
    G = (P - Y) / len(X)
    W -= 0.5 * X.T.dot(G)
    b -= 0.5 * G.sum(axis=0)
