import argparse
import torch
import torch.nn as nn
import torch.nn.functional as F

parser = argparse.ArgumentParser()
parser.add_argument('--loss', choices=['ce', 'mse'], default='mse')
args = parser.parse_args()


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(30, 4)

    def forward(self, x):
        return self.fc(x)


if args.loss == 'ce':
    criterion = nn.CrossEntropyLoss()
else:
    criterion = nn.MSELoss()

net = Net()
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for _ in range(3):
    x, y = torch.randn(8, 30), torch.randint(0, 4, (8,))
    target = y if args.loss == 'ce' else F.one_hot(y, 4).float()
    loss = criterion(net(x), target)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
