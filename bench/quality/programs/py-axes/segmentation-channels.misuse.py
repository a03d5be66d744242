import torch
import torch.nn as nn
import torch.nn.functional as F


class SegHead(nn.Module):
    def __init__(self, ch=6, classes=5):
        super().__init__()
        self.conv = nn.Conv2d(ch, classes, 1)

    def forward(self, x):
        return F.log_softmax(self.conv(x), dim=-1)


head = SegHead()
image = torch.randn(2, 6, 10, 12)
mask = torch.randint(0, 5, (2, 10, 12))
loss = nn.NLLLoss(reduction='mean')(head(image), mask)  # expect: wrong-softmax-axis
loss.backward()
