import jax
import jax.numpy as jnp
from jax import grad, jit, random, vmap
from jax.nn import log_softmax, relu, softmax


def init(key, sizes):
    keys = random.split(key, len(sizes))
    return [(random.normal(k, (n, m)) * 1e-2, jnp.zeros((n,))) for m, n, k in zip(sizes[:-1], sizes[1:], keys)]


def predict(params, image):
    activations = image
    for w, b in params[:-1]:
        activations = relu(jnp.dot(w, activations) + b)
    final_w, final_b = params[-1]
    scores = jnp.dot(final_w, activations) + final_b
    return softmax(scores)


batched_predict = vmap(predict, in_axes=(None, 0))


def loss(params, images, labels):
    onehot = jax.nn.one_hot(labels, 10)
    log_probs = log_softmax(batched_predict(params, images))  # or here
    return -jnp.mean(jnp.sum(log_probs * onehot, axis=1))  # expect: probabilities-as-logits


@jit
def update(params, x, y, step_size=0.01):
    grads = grad(loss)(params, x, y)
    return [(w - step_size * dw, b - step_size * db) for (w, b), (dw, db) in zip(params, grads)]
