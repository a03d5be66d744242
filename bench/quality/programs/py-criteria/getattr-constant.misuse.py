import torch
from torch import nn

CONFIG = {
    'loss': 'BCEWithLogitsLoss',
    'optimizer': 'Adam',
    'optimizer_args': {'lr': 1e-3},
    'epochs': 3,
}


class Detector(nn.Module):
    def __init__(self, n=16):
        super().__init__()
        self.a = nn.Linear(n, n)
        self.b = nn.Linear(n, 1)

    def forward(self, x):
        return torch.sigmoid(self.b(torch.relu(self.a(x))))


def main(config):
    model = Detector()
    criterion = getattr(nn, config['loss'])()
    optimizer = getattr(torch.optim, config['optimizer'])(model.parameters(), **config['optimizer_args'])
    for epoch in range(config['epochs']):
        x = torch.randn(32, 16)
        y = (x.sum(1, keepdim=True) > 0).float()
        loss = criterion(model(x), y)  # expect: probabilities-as-logits
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        print(epoch, loss.item())


if __name__ == '__main__':
    main(CONFIG)
