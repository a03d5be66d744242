import torch
import torch.nn as nn

net = nn.Sequential(nn.Linear(10, 32), nn.ReLU(), nn.Linear(32, 1))
loss_fn = nn.BCEWithLogitsLoss()
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for i in range(5):
    x = torch.randn(16, 10)
    y = (x[:, :1] > 0).float()
    score = torch.clamp(net(x), min=0, max=1)
    loss = loss_fn(score, y)  # expect: bounded-logits
    opt.zero_grad()
    loss.backward()
    opt.step()
