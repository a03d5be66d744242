import haiku as hk
import jax
import jax.numpy as jnp
import optax


def net_fn(images):
    x = images.astype(jnp.float32) / 255.
    mlp = hk.Sequential([
        hk.Flatten(),
        hk.Linear(300), jax.nn.relu,
        hk.Linear(10),
    ])
    return mlp(x)


net = hk.without_apply_rng(hk.transform(net_fn))
optimiser = optax.adam(1e-3)


def loss(params, images, labels):
    logits = net.apply(params, images)
    xent = optax.softmax_cross_entropy_with_integer_labels(logits, labels)  # expect: clean
    l2 = 0.5 * sum(jnp.sum(jnp.square(p)) for p in jax.tree_util.tree_leaves(params))
    return xent.mean() + 1e-4 * l2
