import numpy as np
import torch
import torch.nn as nn

labels = np.array([0, 2, 1, 1], dtype=np.float64)
flags = np.array([0, 1, 1, 0])
net, gate = nn.Linear(5, 3), nn.Linear(5, 1)
x = torch.randn(4, 5)
a = nn.CrossEntropyLoss()(net(x), torch.from_numpy(labels).long())  # expect: clean
b = nn.BCEWithLogitsLoss()(gate(x).squeeze(-1), torch.as_tensor(flags, dtype=torch.float32))  # expect: clean
c = nn.BCEWithLogitsLoss()(gate(x), torch.from_numpy(flags).float().view(-1, 1))  # expect: clean
(a + b + c).backward()
