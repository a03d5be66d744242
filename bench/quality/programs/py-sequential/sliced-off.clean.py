# The network ends in a sigmoid for serving; training wants the scores before it.
import torch
import torch.nn as nn
import torch.nn.functional as F

net = nn.Sequential(
    nn.Linear(30, 16),
    nn.ReLU(),
    nn.Linear(16, 1),
    nn.Sigmoid(),
)
optimizer = torch.optim.Adam(net.parameters(), lr=0.01)

X = torch.randn(569, 30)
y = (X.mean(1) > 0).float()

for epoch in range(10):
    perm = torch.randperm(len(X))
    for idx in perm.split(64):
        scores = net[:-1](X[idx]).squeeze(-1)
        loss = F.binary_cross_entropy_with_logits(scores, y[idx])  # expect: clean
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

with torch.no_grad():
    malignant = net(X[:5]) > 0.5
print(malignant.squeeze().tolist())
