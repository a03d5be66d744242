import torch
import torch.nn.functional as F
from torch import nn

net = nn.Linear(15, 6)
x, y = torch.randn(3, 15), torch.tensor([5, 0, 2])
args = dict(target=y, reduction='sum')
loss = F.nll_loss(input=net(x).log_softmax(dim=-1), **args)  # expect: clean
loss.backward()
