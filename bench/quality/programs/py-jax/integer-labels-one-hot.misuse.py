import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Linear3(nnx.Module):
    def __init__(self, rngs: nnx.Rngs):
        self.linear = nnx.Linear(12, 3, rngs=rngs)

    def __call__(self, x):
        return self.linear(x)


model = Linear3(nnx.Rngs(0))
optimizer = nnx.Optimizer(model, optax.adam(1e-3))


@nnx.jit
def train_step(model, optimizer, x, votes):
    label = jnp.argmax(votes, axis=-1)

    def loss_fn(model):
        logits = model(x)
        return optax.softmax_cross_entropy(logits, label).mean()  # expect: indices-as-one-hot

    loss, grads = nnx.value_and_grad(loss_fn)(model)
    optimizer.update(grads)
    return loss
