import torch
from torch import nn
from torchvision.ops import sigmoid_focal_loss

anchors = nn.Sequential(nn.Conv2d(16, 16, 3, padding=1), nn.ReLU(), nn.Conv2d(16, 9, 1))
features = torch.randn(2, 16, 10, 10)
matched = (torch.rand(2, 9, 10, 10) > 0.95).float()
cls = anchors(features)
loss = sigmoid_focal_loss(cls.sigmoid(), matched, alpha=0.25, gamma=2, reduction='mean')  # expect: probabilities-as-logits
loss.backward()
