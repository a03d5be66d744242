import torch
import torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset

softmax = nn.Softmax(dim=1)


class Letters(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(16, 64), nn.ReLU(), nn.Linear(64, 26))

    def forward(self, x):
        return self.net(x)


def train(model, loader, criterion, optimizer):
    correct = 0
    for x, y in loader:
        output = model(x)
        probs = softmax(output)
        confidence, predicted = probs.max(dim=1)
        correct += (predicted == y).sum().item()
        loss = criterion(probs, y)  # expect: probabilities-as-logits
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        print(f'loss {loss.item():.3f} confidence {confidence.mean().item():.2f}')
    return correct / len(loader.dataset)


model = Letters()
data = DataLoader(TensorDataset(torch.randn(64, 16), torch.randint(0, 26, (64,))), batch_size=16)
train(model, data, nn.CrossEntropyLoss(), torch.optim.Adam(model.parameters()))
