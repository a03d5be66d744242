import torch
import torch.nn as nn
import torch.nn.functional as F


def with_probabilities(net):
    class Wrapped(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = net

        def forward(self, x):
            return F.softmax(self.net(x), dim=-1)

    return Wrapped()


core = nn.Sequential(nn.Linear(11, 22), nn.ReLU(), nn.Linear(22, 3))
served = with_probabilities(core)
opt = torch.optim.Adam(core.parameters())
for i in range(5):
    x, y = torch.randn(7, 11), torch.randint(3, (7,))
    loss = F.cross_entropy(core(x), y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
print(served(x).sum(dim=1))
