import torch
import torch.nn as nn

net = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 3))
criterion = nn.CrossEntropyLoss()
X = torch.tensor([[1.0, 2.0], [0.5, 0.3], [2.2, 1.1], [0.1, 0.9]])
y = torch.tensor([1, 2, 3, 1])
loss = criterion(net(X), y)  # expect: target-out-of-range
loss.backward()
