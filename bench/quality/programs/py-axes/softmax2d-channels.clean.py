import torch
import torch.nn as nn

net = nn.Sequential(nn.Conv2d(4, 8, 3, padding=1), nn.ReLU(), nn.Conv2d(8, 6, 1))
criterion = nn.CrossEntropyLoss(ignore_index=0)
bands = torch.randn(2, 4, 9, 9)
cover = torch.randint(0, 6, (2, 9, 9))
loss = criterion(net(bands), cover)  # expect: clean
loss.backward()
