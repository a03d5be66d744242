import torch
import torch.nn as nn


def bce(p, y, eps=1e-8):
    return -(y * torch.log(p + eps) + (1 - y) * torch.log(1 - p + eps)).mean()  # or here


class Logistic(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(d))
        self.b = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        z = x @ self.w + self.b
        return 1 / (1 + torch.exp(-z))


model = Logistic(3)
opt = torch.optim.SGD(model.parameters(), lr=0.5)
for i in range(10):
    x = torch.randn(20, 3)
    y = (x[:, 0] > 0).float()
    loss = bce(model(x), y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
