import torch
import torch.nn as nn

net = nn.Sequential(nn.Linear(10, 20), nn.ReLU(), nn.Linear(20, 1))
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(net.parameters())
hits = 0
for i in range(10):
    x = torch.randn(8, 10)
    y = (x.sum(1, keepdim=True) > 0).float()
    out = net(x)
    loss = criterion(out, y)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    out = torch.sigmoid(out)
    out = (out > 0.5).float()
    hits += (out == y).sum().item()
print(hits / 80)
