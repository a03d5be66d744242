import torch
import torch.nn as nn

net = nn.Sequential(nn.Linear(3, 3), nn.LogSoftmax(dim=1))
eye = torch.eye(3)
y = torch.tensor([2, 0, 1, 1])
loss = nn.NLLLoss()(net(torch.randn(4, 3)), eye[y])  # expect: one-hot-as-indices
