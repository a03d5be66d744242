import torch
import torch.nn as nn

# annotators disagree: shares of votes
votes = torch.tensor([[7., 2., 1.], [0., 10., 0.], [3., 3., 4.]])
target = votes / votes.sum(dim=1, keepdim=True)
net = nn.Linear(4, 3)
loss = nn.CrossEntropyLoss()(net(torch.randn(3, 4)), target)  # expect: clean
loss.backward()
