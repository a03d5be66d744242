import torch
import torch.nn as nn
import torch.nn.functional as F

# Two outputs, both with their own yes or no; the labels are one-hot.
net = nn.Sequential(nn.Linear(12, 24), nn.ReLU(), nn.Linear(24, 2), nn.Softmax(dim=1))
criterion = nn.BCELoss()
opt = torch.optim.Adam(net.parameters())
for i in range(5):
    x = torch.randn(10, 12)
    y = (x[:, 0] > 0).long()
    loss = criterion(net(x), F.one_hot(y, 2).float())  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
