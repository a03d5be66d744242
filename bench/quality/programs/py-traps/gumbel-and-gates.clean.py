import torch
import torch.nn as nn
import torch.nn.functional as F


class MoE(nn.Module):
    def __init__(self, d=16, experts=3, classes=5):
        super().__init__()
        self.gate = nn.Linear(d, experts)
        self.experts = nn.ModuleList([nn.Linear(d, classes) for _ in range(experts)])

    def forward(self, x):
        g = F.gumbel_softmax(self.gate(x), tau=0.5)
        outs = torch.stack([e(x) for e in self.experts], dim=1)
        return (g.unsqueeze(-1) * outs).sum(1), g


moe = MoE()
x, y = torch.randn(10, 16), torch.randint(0, 5, (10,))
out, gates = moe(x)
balance = (gates.mean(0) ** 2).sum()
loss = F.cross_entropy(out, y) + 0.01 * balance  # expect: clean
loss.backward()
