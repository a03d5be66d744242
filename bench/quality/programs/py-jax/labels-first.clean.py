import jax
import jax.numpy as jnp
import optax

W = jnp.zeros((16, 4))


def loss_fn(w, x, y):
    labels = jax.nn.one_hot(y, 4)
    logits = x @ w
    return optax.softmax_cross_entropy(logits, labels).mean()  # expect: clean


opt = optax.sgd(0.1)
state = opt.init(W)
for i in range(10):
    key = jax.random.PRNGKey(i)
    x = jax.random.normal(key, (32, 16))
    y = jnp.argmax(x[:, :4], axis=1)
    value, g = jax.value_and_grad(loss_fn)(W, x, y)
    updates, state = opt.update(g, state)
    W = optax.apply_updates(W, updates)
