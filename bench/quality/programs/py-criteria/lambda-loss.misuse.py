import torch
import torch.nn as nn
import torch.nn.functional as F

loss_fn = lambda out, y: F.binary_cross_entropy(out, y)  # expect: logits-as-probabilities


class Anomaly(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.score = nn.Linear(d, 1)

    def forward(self, x):
        return self.score(x)


net = Anomaly(9)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
x = torch.randn(50, 9)
y = (x[:, :1] > 1).float()
for i in range(10):
    optimizer.zero_grad()
    loss = loss_fn(net(x), y)  # or here
    loss.backward()
    optimizer.step()
