import torch
import torch.nn as nn
import torch.nn.functional as F


class TrainableTogether(nn.Module):
    """Model and loss in one module, so that DataParallel computes both on each device."""

    def __init__(self, net, criterion):
        super().__init__()
        self.net = net
        self.criterion = criterion

    def forward(self, x, y):
        out = self.net(x)
        return self.criterion(out, y), out  # expect: probabilities-as-logits


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Linear(100, 7)

    def forward(self, x):
        return F.softmax(self.f(x), -1)


module = nn.DataParallel(TrainableTogether(Small(), nn.CrossEntropyLoss()))
opt = torch.optim.SGD(module.parameters(), lr=0.5)
for _ in range(4):
    loss, out = module(torch.randn(14, 100), torch.arange(14) % 7)
    opt.zero_grad()
    loss.mean().backward()
    opt.step()
