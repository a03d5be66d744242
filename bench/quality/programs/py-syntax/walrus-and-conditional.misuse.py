import torch
import torch.nn as nn
import torch.nn.functional as F

net = nn.Sequential(nn.Linear(3, 3))
batches = iter([(torch.randn(4, 3), torch.tensor([0, 1, 2, 2])) for _ in range(3)])
while (batch := next(batches, None)) is not None:
    x, y = batch
    if (n := len(x)) < 2:
        continue
    loss = F.nll_loss(scores := net(x), y) if n > 1 else torch.zeros(())  # expect: logits-as-log-probabilities
    loss.backward()
    print(scores.shape)
