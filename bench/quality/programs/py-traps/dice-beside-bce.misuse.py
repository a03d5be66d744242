import torch
import torch.nn as nn


class DiceBCE(nn.Module):
    def __init__(self, smooth=1.0):
        super().__init__()
        self.smooth = smooth
        self.bce = nn.BCEWithLogitsLoss()

    def forward(self, inputs, targets):
        probs = torch.sigmoid(inputs)
        inter = (probs * targets).sum()
        dice = 1 - (2. * inter + self.smooth) / (probs.sum() + targets.sum() + self.smooth)
        return self.bce(probs, targets) + dice  # expect: probabilities-as-logits


net = nn.Conv2d(3, 1, 3, padding=1)
criterion = DiceBCE()
x, y = torch.rand(2, 3, 8, 8), torch.randint(0, 2, (2, 1, 8, 8)).float()
loss = criterion(net(x), y)
loss.backward()
