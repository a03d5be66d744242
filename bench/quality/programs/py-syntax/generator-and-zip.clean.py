import torch
import torch.nn as nn


def batches(n):
    for _ in range(n):
        yield {'image': torch.rand(4, 48), 'label': torch.randint(0, 2, (4, 1)).float()}


def predictions(net, source):
    for batch in source:
        yield net(batch['image']), batch['label']


net = nn.Sequential(nn.Linear(48, 12), nn.ReLU(), nn.Linear(12, 1))
bce = nn.BCEWithLogitsLoss()
total = 0
for i, (pred, label) in enumerate(predictions(net, batches(3)), start=1):
    loss = bce(pred, label)  # expect: clean
    loss.backward()
    total += loss.item()
print(total / i)
