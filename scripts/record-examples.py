"""Writes the stored tensors of examples/tensors that are no JSON: batches as a program of PyTorch saves them.

Run with an interpreter that has NumPy and safetensors: python3 scripts/record-examples.py
"""

import pathlib

import numpy as np
from safetensors.numpy import save_file

folder = pathlib.Path(__file__).parent.parent / "examples/tensors"

# The batch of a tutorial: its probabilities, its logits, its classes.
probabilities = np.array([[0.1, 0.7, 0.2], [0.3, 0.4, 0.3]], dtype="f4")
logits = np.array([[1, 3, -1], [-0.5, 0.8, 0.3]], dtype="f4")
target = np.array([1, 0])

np.savez(folder / "blog-batch.npz", logits=probabilities, target=target)
save_file({"logits": probabilities, "labels": target}, folder / "blog-batch.safetensors")
np.savetxt(folder / "blog-batch.csv", np.column_stack([probabilities, target]), delimiter=",", header="p0,p1,p2,target", comments="", fmt="%g")
np.savez(folder / "blog-logits.npz", logits=logits, target=target)
# A question of a forum: a perfect row costs 0.5514.
np.savez(folder / "forum-row.npz", logits=np.array([[1, 0, 0]], dtype="f4"), target=np.array([0]))

# What a trained classifier gives: 64 rows of 10 classes.
generator = np.random.default_rng(3)
scores = generator.normal(0, 2, (64, 10)).astype("f4")
labels = np.where(generator.random(64) < 0.8, scores.argmax(1), generator.integers(0, 10, 64))
softmax = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
np.savez(folder / "softmax-batch.npz", logits=softmax, target=labels)
