import torch
from skorch import NeuralNet
from torch import nn


class Module(nn.Module):
    def __init__(self, d=20, c=4):
        super().__init__()
        self.fc = nn.Linear(d, c)

    def forward(self, X):
        return self.fc(X)


class Weighted(NeuralNet):
    def get_loss(self, y_pred, y_true, X=None, training=False):
        return nn.functional.cross_entropy(y_pred, y_true.long())  # expect: unknown


module = Module()
criterion = nn.CrossEntropyLoss()
X, y = torch.randn(10, 20), torch.randint(0, 4, (10,))
before = criterion(module(X), y)  # expect: clean
print(before.item())
