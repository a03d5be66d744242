import torch
import torch.nn as nn

tags = torch.tensor([
    [1., 0., 1., 0.],
    [0., 1., 1., 0.],
    [1., 1., 1., 0.],
    [0., 0., 0., 1.],
])
net = nn.Linear(10, 4)
loss = nn.CrossEntropyLoss()(net(torch.randn(4, 10)), tags)  # expect: target-not-distribution
loss.backward()
