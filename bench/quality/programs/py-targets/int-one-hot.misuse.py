import torch
import torch.nn as nn
import torch.nn.functional as F

net = nn.Linear(10, 4)
criterion = nn.CrossEntropyLoss()
for i in range(3):
    x, y = torch.randn(6, 10), torch.randint(0, 4, (6,))
    target = F.one_hot(y, num_classes=4)
    loss = criterion(net(x), target)  # expect: one-hot-as-indices
    loss.backward()
