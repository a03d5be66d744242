import torch
import torch.nn as nn
import torch.nn.functional as F


class Decoder(nn.Module):
    """Returns the scores.

    Usage::

        probs = F.softmax(decoder(x), dim=1)
        loss = F.cross_entropy(probs, y)  # wrong!
    """

    def __init__(self):
        super().__init__()
        self.out = nn.Linear(3, 3)

    def forward(self, x):
        # x = F.softmax(self.out(x), dim=1)
        x = self.out(x)
        'return F.softmax(x, dim=1)'
        return x


loss = F.cross_entropy(Decoder()(torch.eye(3)), torch.arange(3))  # expect: clean
loss.backward()
