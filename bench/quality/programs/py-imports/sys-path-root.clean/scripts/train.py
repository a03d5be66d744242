import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'src'))

import torch
from net import Net
from utils import get_loss

model = Net(12)
criterion = get_loss()
optimizer = torch.optim.Adam(model.parameters())
for step in range(10):
    x = torch.randn(64, 12)
    y = (x.norm(dim=1, keepdim=True) > 3.3).float()
    loss = criterion(model(x), y)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
