import torch
import torch.nn as nn

__all__ = ['Generator', 'Classifier', 'weights_init']


def weights_init(m):
    if isinstance(m, nn.Linear):
        nn.init.xavier_uniform_(m.weight)


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Sequential(nn.Linear(8, 16), nn.Tanh())

    def forward(self, z):
        return self.f(z)


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Linear(16, 3)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        return self.softmax(self.f(x))
