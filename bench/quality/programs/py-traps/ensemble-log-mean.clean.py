import torch
import torch.nn as nn
import torch.nn.functional as F

nets = nn.ModuleList([nn.Linear(7, 4) for _ in range(5)])
x, y = torch.randn(6, 7), torch.randint(0, 4, (6,))
probs = torch.stack([F.softmax(n(x), dim=-1) for n in nets])
mean = probs.mean(0)
loss = F.nll_loss(mean.log(), y)  # expect: clean
loss.backward()
