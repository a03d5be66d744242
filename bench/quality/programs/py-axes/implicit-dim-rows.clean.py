import torch
import torch.nn as nn
import torch.nn.functional as F


class OldNet(nn.Module):
    """Written for version 0.2; for rows the dimension that is left out is 1."""

    def __init__(self):
        super(OldNet, self).__init__()
        self.fc = nn.Linear(28 * 28, 10)

    def forward(self, x):
        x = x.view(-1, 28 * 28)
        return F.log_softmax(self.fc(x))


loss = F.nll_loss(OldNet()(torch.rand(5, 1, 28, 28)), torch.arange(5))  # expect: clean
loss.backward()
