import torch
import torch.nn as nn


class CNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(1, 8, 5)
        self.fc = nn.Linear(8, 2)

    def forward(self, x):
        return self.fc(self.conv(x.unsqueeze(1)).relu().mean(-1))


class RNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(1, 8, batch_first=True)
        self.fc = nn.Linear(8, 2)

    def forward(self, x):
        out, _ = self.rnn(x.unsqueeze(-1))
        return self.fc(out[:, -1])


class MLP(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(50, 2)

    def forward(self, x):
        return self.fc(x)
