import torch
import torch.nn as nn
import torch.nn.functional as F


class FocalLoss(nn.Module):
    def __init__(self, gamma=2.0, alpha=None, reduction='mean'):
        super().__init__()
        self.gamma = gamma
        self.alpha = alpha
        self.reduction = reduction

    def forward(self, inputs, targets):
        ce = F.cross_entropy(inputs, targets, weight=self.alpha, reduction='none')  # expect: clean
        pt = torch.exp(-ce)
        loss = (1 - pt) ** self.gamma * ce
        return loss.mean() if self.reduction == 'mean' else loss.sum()


class RetinaHead(nn.Module):
    def __init__(self, ch, n):
        super().__init__()
        self.conv = nn.Conv2d(ch, ch, 3, padding=1)
        self.cls = nn.Linear(ch, n)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        x = F.relu(self.conv(x)).mean((2, 3))
        return self.cls(x)


head = RetinaHead(8, 4)
criterion = FocalLoss(gamma=1.5)
opt = torch.optim.Adam(head.parameters())
for i in range(3):
    feats, labels = torch.randn(5, 8, 7, 7), torch.randint(4, (5,))
    loss = criterion(head(feats), labels)  # or here
    opt.zero_grad()
    loss.backward()
    opt.step()
