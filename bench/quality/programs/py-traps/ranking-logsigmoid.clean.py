import torch
import torch.nn as nn
import torch.nn.functional as F


class BPR(nn.Module):
    def __init__(self, users, items, k=16):
        super().__init__()
        self.u = nn.Embedding(users, k)
        self.i = nn.Embedding(items, k)

    def forward(self, u, pos, neg):
        x_ui = (self.u(u) * self.i(pos)).sum(-1)
        x_uj = (self.u(u) * self.i(neg)).sum(-1)
        return x_ui, x_uj


bpr = BPR(50, 80)
u, p, n = torch.randint(50, (16,)), torch.randint(80, (16,)), torch.randint(80, (16,))
pos, neg = bpr(u, p, n)
ranking = -F.logsigmoid(pos - neg).mean()
pointwise = F.binary_cross_entropy_with_logits(torch.cat([pos, neg]), torch.cat([torch.ones(16), torch.zeros(16)]))  # expect: clean
(ranking + pointwise).backward()
