import torch
import torch.nn as nn


class Head(nn.Module):
    def __init__(self, d, n_classes):
        super().__init__()
        self.fc = nn.Linear(d, n_classes)
        self.n_classes = n_classes

    def forward(self, x):
        x = self.fc(x)
        return x


def train(n_classes, steps=5):
    model = Head(10, n_classes)
    if n_classes == 1:
        criterion = nn.BCEWithLogitsLoss()
    else:
        criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(steps):
        x = torch.randn(16, 10)
        y = torch.randint(0, max(n_classes, 2), (16,))
        if n_classes == 1:
            y = y.float().unsqueeze(1)
        optimizer.zero_grad()
        loss = criterion(model(x), y)  # expect: clean
        loss.backward()
        optimizer.step()
    return model


train(1)
train(5)
