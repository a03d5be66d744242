import torch
import torch.nn as nn

counts = torch.tensor([900., 50., 50., 20.])
weight = torch.tensor([0.1, 1.0, 1.0, 2.5])
net = nn.Linear(6, 4)
criterion = nn.CrossEntropyLoss(weight=weight, label_smoothing=0.1)
loss = criterion(net(torch.randn(5, 6)), torch.tensor([0, 1, 2, 3, 0]))  # expect: clean
