import torch
import torch.nn as nn
import torch.nn.functional as F

net = nn.Sequential(nn.Linear(12, 24), nn.ReLU(), nn.Linear(24, 5))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
for i in range(4):
    x = torch.randn(8, 12)
    y = torch.randint(0, 5, (8,))
    onehot = torch.zeros(8, 5).scatter_(1, y.unsqueeze(1), 1.0)
    output = net(x)
    loss = criterion(onehot, output)  # expect: swapped-arguments
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
