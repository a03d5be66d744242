import torch
from torch import nn


class AttentionPool(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.score = nn.Linear(dim, 1)

    def forward(self, x):
        w = torch.softmax(self.score(x), dim=1)
        return (w * x).sum(dim=1)


class OutputLayer(nn.Module):
    def __init__(self, dim, classes):
        super().__init__()
        self.dense = nn.Linear(dim, classes)

    def forward(self, x):
        return torch.softmax(self.dense(x), dim=-1)
