import torch
import torch.nn as nn
import torch.nn.functional as F


class BinaryFocal(nn.Module):
    def __init__(self, alpha=0.25, gamma=2):
        super().__init__()
        self.alpha, self.gamma = alpha, gamma

    def forward(self, inputs, targets):
        bce = F.binary_cross_entropy_with_logits(inputs, targets, reduction='none')  # expect: clean
        p_t = torch.exp(-bce)
        return (self.alpha * (1 - p_t) ** self.gamma * bce).mean()


class Lesion(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3, padding=1)
        self.head = nn.Conv2d(4, 1, 1)
        self.final = nn.Identity()

    def forward(self, x):
        return self.final(self.head(F.relu(self.conv(x))))


criterion = BinaryFocal()
loss = criterion(Lesion()(torch.rand(2, 1, 6, 6)), torch.randint(0, 2, (2, 1, 6, 6)).float())
loss.backward()
