import jax
import jax.numpy as jnp
import flax.linen as nn
import optax
from flax.training.train_state import TrainState


class MLP(nn.Module):
    classes: int

    def setup(self):
        self.dense1 = nn.Dense(64)
        self.dense2 = nn.Dense(self.classes)

    def __call__(self, x):
        x = nn.gelu(self.dense1(x))
        x = self.dense2(x)
        return x


model = MLP(classes=7)
params = model.init(jax.random.PRNGKey(0), jnp.zeros((1, 20)))
state = TrainState.create(apply_fn=model.apply, params=params, tx=optax.adam(1e-3))


@jax.jit
def train_step(state, x, y):
    def loss_fn(params):
        out = state.apply_fn(params, x)
        return optax.softmax_cross_entropy_with_integer_labels(out, y).mean()  # expect: clean

    loss, grads = jax.value_and_grad(loss_fn)(state.params)
    return state.apply_gradients(grads=grads), loss
