"""The program of double_softmax.py without the last activation: the loss goes to zero."""
import torch
from torch import nn

from blobs import blobs, classes, features


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(features, classes)

    def forward(self, x):
        return self.out(x)


torch.manual_seed(3)
model = Classifier()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.03)

x, y = blobs()
for epoch in range(1, 51):
    for batch, target in zip(x.split(100), y.split(100)):
        optimizer.zero_grad()
        loss = criterion(model(batch), target)
        loss.backward()
        optimizer.step()
    if epoch in (1, 5, 20, 50):
        accuracy = (model(x).argmax(dim=1) == y).float().mean()
        print(f"epoch {epoch:2}  loss {loss.item():.4f}  accuracy {accuracy.item():.3f}")
