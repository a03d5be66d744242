import torch
import torch.nn.functional as F
from timm.loss import SoftTargetCrossEntropy
from torch import nn

head = nn.Linear(64, 8)
criterion = SoftTargetCrossEntropy()
x, y = torch.randn(6, 64), torch.randint(0, 8, (6,))
rows = F.one_hot(y, 8).float()
lam = 0.3
mixed = lam * rows + (1 - lam) * rows.flip(0)
out = head(lam * x + (1 - lam) * x.flip(0))
loss = criterion(out, mixed)  # expect: clean
loss.backward()
