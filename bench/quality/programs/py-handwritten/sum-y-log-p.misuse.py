import torch
import torch.nn as nn
import torch.nn.functional as F

net = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 6))
opt = torch.optim.Adam(net.parameters())
for i in range(5):
    x = torch.randn(12, 16)
    y = F.one_hot(torch.randint(0, 6, (12,)), 6).float()
    q = F.sigmoid(net(x))
    loss = -(y * q.clamp_min(1e-8).log()).sum(dim=1).mean()  # expect: probabilities-as-distribution
    opt.zero_grad()
    loss.backward()
    opt.step()
