import equinox as eqx
import jax
import jax.numpy as jnp
import optax


class Net(eqx.Module):
    hidden: eqx.nn.Linear
    out: eqx.nn.Linear

    def __init__(self, key):
        k1, k2 = jax.random.split(key)
        self.hidden = eqx.nn.Linear(8, 32, key=k1)
        self.out = eqx.nn.Linear(32, 1, key=k2)

    def __call__(self, x):
        x = jax.nn.relu(self.hidden(x))
        return jax.nn.sigmoid(self.out(x))[0]


@eqx.filter_value_and_grad
def compute_loss(model, x, y):
    pred = jax.vmap(model)(x)
    return optax.sigmoid_binary_cross_entropy(pred, y).mean()  # expect: probabilities-as-logits


model = Net(jax.random.PRNGKey(42))
x = jax.random.normal(jax.random.PRNGKey(1), (64, 8))
loss, grads = compute_loss(model, x, (x[:, 0] > 0).astype(jnp.float32))
