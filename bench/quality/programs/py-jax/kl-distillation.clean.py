import jax
import jax.numpy as jnp
import optax


def student(params, x):
    return jnp.tanh(x @ params['w1']) @ params['w2']


def teacher(x):
    return x @ jnp.ones((10, 5))


def distil(params, x, t=2.0):
    p = jax.nn.log_softmax(student(params, x) / t)
    q = jax.nn.softmax(teacher(x) / t)
    return jnp.mean(optax.kl_divergence(p, q))  # expect: clean


key = jax.random.PRNGKey(0)
params = {'w1': jax.random.normal(key, (10, 20)), 'w2': jax.random.normal(key, (20, 5))}
g = jax.grad(distil)(params, jax.random.normal(key, (4, 10)))
