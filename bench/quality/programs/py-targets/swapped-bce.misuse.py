import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

ds = TensorDataset(torch.randn(40, 9))
net = nn.Sequential(nn.Linear(9, 6), nn.Tanh(), nn.Linear(6, 1), nn.Sigmoid())
bce = nn.BCELoss()
opt = torch.optim.Adam(net.parameters())
for x, in DataLoader(ds, batch_size=10):
    y = (x.sum(dim=1, keepdim=True) > 0).float()
    out = net(x)
    loss = bce(y, out)  # expect: swapped-arguments
    opt.zero_grad()
    loss.backward()
    opt.step()
