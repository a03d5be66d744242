import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self, n_features, n_hidden=32):
        super(Net, self).__init__()
        self.hidden = nn.Linear(n_features, n_hidden)
        self.out = nn.Linear(n_hidden, 1)

    def forward(self, x):
        return self.out(torch.relu(self.hidden(x)))
