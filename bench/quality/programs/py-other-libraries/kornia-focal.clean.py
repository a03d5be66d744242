import kornia
import torch
from torch import nn

segmenter = nn.Sequential(nn.Conv2d(3, 6, 3, padding=1), nn.ELU(), nn.Conv2d(6, 5, 1))
image = torch.rand(1, 3, 12, 12)
target = torch.empty(1, 12, 12, dtype=torch.long).random_(5)
out = segmenter(image)
loss = kornia.losses.focal_loss(out, target, alpha=0.5, gamma=2.0, reduction='mean')  # expect: clean
loss.backward()
