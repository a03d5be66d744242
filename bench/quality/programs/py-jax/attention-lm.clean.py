import jax
import jax.numpy as jnp
import flax.linen as nn
import optax


class Block(nn.Module):
    dim: int

    @nn.compact
    def __call__(self, x):
        q, k, v = (nn.Dense(self.dim)(x) for _ in range(3))
        scores = q @ k.swapaxes(-1, -2) / jnp.sqrt(self.dim)
        mask = jnp.tril(jnp.ones(scores.shape[-2:]))
        weights = jax.nn.softmax(jnp.where(mask, scores, -1e9), axis=-1)
        return x + weights @ v


class LM(nn.Module):
    vocab: int
    dim: int = 64

    @nn.compact
    def __call__(self, tokens):
        embed = nn.Embed(self.vocab, self.dim)
        x = embed(tokens)
        for _ in range(2):
            x = Block(self.dim)(x)
        return embed.attend(x)


def loss_fn(params, tokens):
    logits = LM(256).apply(params, tokens[:, :-1])
    losses = optax.softmax_cross_entropy_with_integer_labels(logits, tokens[:, 1:])  # expect: clean
    perplexity = jnp.exp(losses.mean())
    sampled = jax.random.categorical(jax.random.PRNGKey(0), jax.nn.log_softmax(logits))
    return losses.mean(), (perplexity, sampled)
