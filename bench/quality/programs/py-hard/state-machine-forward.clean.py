import torch
import torch.nn as nn


class Layered(nn.Module):
    """Layers are described by a list of tuples, like the configuration of darknet."""

    SPEC = [('linear', 20, 40), ('relu',), ('linear', 40, 7)]

    def __init__(self):
        super().__init__()
        self.ops = nn.ModuleList()
        for kind, *args in self.SPEC:
            if kind == 'linear':
                self.ops.append(nn.Linear(*args))
            elif kind == 'relu':
                self.ops.append(nn.ReLU())
            elif kind == 'softmax':
                self.ops.append(nn.Softmax(dim=1))

    def forward(self, x):
        for op in self.ops:
            x = op(x)
        return x


net = Layered()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
for i in range(5):
    x, y = torch.randn(9, 20), torch.randint(0, 7, (9,))
    loss = criterion(net(x), y)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
