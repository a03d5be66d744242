import math

import torch
import torch.nn.functional as F

scores = torch.tensor([[2.0, -math.inf, 0.5], [math.nan, 1.5, -0.5]])
loss = F.cross_entropy(scores, torch.tensor([0, 1]))  # expect: non-finite-input
print(loss.item())
