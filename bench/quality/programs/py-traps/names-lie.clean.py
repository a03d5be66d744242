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
cross_entropy = nn.NLLLoss()
optimizer = torch.optim.Adam(model.parameters())
for i in range(4):
    x = torch.randn(6, 40)
    y = torch.randint(0, 9, (6,))
    probs = model(x)
    loss = cross_entropy(probs, y)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
