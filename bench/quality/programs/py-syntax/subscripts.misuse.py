import torch
import torch.nn as nn


class Hydra(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(8, 4)
        self.b = nn.Linear(8, 4)

    def forward(self, x):
        out = []
        out.append(self.a(x))
        out.append(torch.softmax(self.b(x), dim=1))
        return tuple(out)


net = Hydra()
ce = nn.CrossEntropyLoss()
x, y = torch.randn(5, 8), torch.tensor([0, 1, 2, 3, 0])
out = net(x)
loss = ce(out[-1], y)  # expect: probabilities-as-logits
loss.backward()
