import torch
import torch.nn as nn
import torch.nn.functional as F


class ArcHead(nn.Module):
    def __init__(self, d, c, s=30.0):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(c, d))
        self.s = s

    def forward(self, x):
        cosine = F.linear(F.normalize(x), F.normalize(self.weight)).clamp(-1, 1)
        return self.s * cosine


head = ArcHead(24, 50)
emb, ident = torch.randn(8, 24), torch.randint(0, 50, (8,))
loss = F.cross_entropy(head(emb), ident)  # expect: clean
loss.backward()
