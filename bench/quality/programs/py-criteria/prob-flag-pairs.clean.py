import argparse
import torch
import torch.nn as nn


class Risk(nn.Module):
    def __init__(self, prob):
        super().__init__()
        self.prob = prob
        self.net = nn.Sequential(nn.Linear(7, 16), nn.ReLU(), nn.Linear(16, 1))

    def forward(self, x):
        out = self.net(x)
        return torch.sigmoid(out) if self.prob else out


parser = argparse.ArgumentParser()
parser.add_argument('--prob', action='store_true', help='let the network return probabilities')
args = parser.parse_args()

model = Risk(args.prob)
loss_fn = nn.BCELoss() if args.prob else nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters())
for _ in range(10):
    x = torch.randn(32, 7)
    y = (x[:, :1] > 0).float()
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)  # expect: clean
    loss.backward()
    optimizer.step()
