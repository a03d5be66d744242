import torch
import torch.nn as nn
import torch.nn.functional as F


class CopyGenerator(nn.Module):
    """Mixes the vocabulary's distribution with that of copying."""

    def __init__(self, d=12, vocab=30):
        super().__init__()
        self.linear = nn.Linear(d, vocab)
        self.p_gen = nn.Linear(d, 1)

    def forward(self, h, attn, src_onehot):
        p = torch.sigmoid(self.p_gen(h))
        out = p * F.softmax(self.linear(h), dim=1) + (1 - p) * torch.mm(attn, src_onehot)
        return torch.log(out + 1e-20)


gen = CopyGenerator()
src = F.one_hot(torch.randint(0, 30, (6,)), 30).float()
out = gen(torch.randn(4, 12), F.softmax(torch.randn(4, 6), dim=1), src)
loss = F.nll_loss(out, torch.randint(0, 30, (4,)))  # expect: clean
loss.backward()
