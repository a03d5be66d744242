from torch import nn


class TabBackbone(nn.Module):
    def __init__(self, dims=(30, 64, 3)):
        super().__init__()
        mods = []
        for a, b in zip(dims[:-1], dims[1:]):
            mods.extend([nn.BatchNorm1d(a), nn.Linear(a, b), nn.ReLU()])
        mods.pop()
        mods.append(nn.Softmax(dim=-1))
        self.seq = nn.Sequential(*mods)

    def forward(self, x):
        return self.seq(x)
