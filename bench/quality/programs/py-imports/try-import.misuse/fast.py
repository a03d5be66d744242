import torch
import torch.nn as nn


class Head(nn.Module):
    def __init__(self, d, c):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(c, d).normal_(std=0.02))

    def forward(self, x):
        return (x @ self.weight.T).softmax(-1)
