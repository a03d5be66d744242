import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.softmax_layer = nn.Linear(40, 9)
        self.softmax = nn.LogSoftmax(dim=1)

    def forward(self, x):
        probs = self.softmax_layer(x)
        return self.softmax(probs)


model = Net()
cross_entropy = nn.KLDivLoss(reduction='batchmean')
optimizer = torch.optim.Adam(model.parameters())
for i in range(4):
    x = torch.randn(6, 40)
    y = torch.randn(6, 9).log_softmax(1)
    probs = model(x)
    loss = cross_entropy(probs, y)  # expect: target-not-distribution
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
