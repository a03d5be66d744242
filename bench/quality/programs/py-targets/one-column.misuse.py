import torch
import torch.nn as nn


class Regression(nn.Module):
    def __init__(self, in_features):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)

    def forward(self, x):
        return self.linear(x)


m = Regression(10)
ce = nn.CrossEntropyLoss()
opt = torch.optim.Adam(m.parameters())
for i in range(3):
    x = torch.randn(16, 10)
    y = torch.randint(0, 2, (16, 1)).float()
    loss = ce(m(x), y)  # expect: single-class-softmax
    opt.zero_grad()
    loss.backward()
    opt.step()
