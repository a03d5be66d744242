import torch
from torch import nn


class SEBlock(nn.Module):
    def __init__(self, ch, r=4):
        super().__init__()
        self.fc = nn.Sequential(nn.Linear(ch, ch // r), nn.ReLU(inplace=True), nn.Linear(ch // r, ch), nn.Sigmoid())

    def forward(self, x):
        w = self.fc(x.mean((2, 3)))
        return x * w[:, :, None, None]


class SENet(nn.Module):
    def __init__(self, n=10):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3)
        self.se = SEBlock(16)
        self.fc = nn.Conv2d(16, n, 1)

    def forward(self, x):
        x = self.fc(self.se(self.conv(x)))
        return x.amax(dim=(-2, -1))


net = SENet()
loss = nn.CrossEntropyLoss()(net(torch.rand(4, 3, 12, 12)), torch.tensor([0, 1, 2, 9]))  # expect: clean
loss.backward()
