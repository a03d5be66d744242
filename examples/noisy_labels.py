"""A loss that is bounded on purpose, on scores of which only a comment tells what they are."""

import os

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(3)
x, y = torch.randn(8, 2), torch.randint(3, (8,))
head = getattr(nn, os.environ.get("HEAD", "Linear"))(2, 3)

scores = head(x)  # @kind logits
# ce-lint-disable-next-line probabilities-as-logits -- labels are noisy: no row may cost more than 1.5514
bounded = F.cross_entropy(F.softmax(scores, dim=1), y)
print(f"bounded {bounded.item():.4f}  plain {F.cross_entropy(scores, y).item():.4f}")
