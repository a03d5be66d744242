import torch
import torch.nn as nn
import torch.nn.functional as F

net = nn.Linear(9, 4)
x, y = torch.randn(6, 9), torch.randint(0, 4, (6,))
scores = net(x)
p = F.softmax(scores, dim=1)
entropy = -(p * torch.log(p + 1e-12)).sum(dim=1).mean()
consistency = (p - p.roll(1, 0)).pow(2).mean()
loss = F.cross_entropy(scores, y) - 0.01 * entropy + 0.1 * consistency  # expect: clean
loss.backward()
