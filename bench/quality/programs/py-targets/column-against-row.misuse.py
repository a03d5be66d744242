import torch
import torch.nn as nn

model = nn.Linear(10, 1)
criterion = nn.BCEWithLogitsLoss()
x = torch.randn(8, 10)
y = torch.ones(8)
try:
    loss = criterion(model(x), y)  # expect: shape-mismatch
    loss.backward()
except ValueError as e:
    print(e)
