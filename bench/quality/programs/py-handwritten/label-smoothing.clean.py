import torch
import torch.nn as nn
import torch.nn.functional as F


class LabelSmoothing(nn.Module):
    """KL to a smoothed target; wants log-probabilities."""

    def __init__(self, size, padding_idx, smoothing=0.0):
        super().__init__()
        self.criterion = nn.KLDivLoss(reduction='sum')
        self.padding_idx = padding_idx
        self.confidence = 1.0 - smoothing
        self.smoothing = smoothing
        self.size = size

    def forward(self, x, target):
        true_dist = x.data.clone()
        true_dist.fill_(self.smoothing / (self.size - 2))
        true_dist.scatter_(1, target.data.unsqueeze(1), self.confidence)
        true_dist[:, self.padding_idx] = 0
        return self.criterion(x, true_dist.clone().detach())  # expect: clean


class Generator(nn.Module):
    def __init__(self, d_model, vocab):
        super().__init__()
        self.proj = nn.Linear(d_model, vocab)

    def forward(self, x):
        return F.log_softmax(self.proj(x), dim=-1)


generator = Generator(16, 11)
crit = LabelSmoothing(size=11, padding_idx=0, smoothing=0.1)
out = generator(torch.randn(4, 7, 16))
y = torch.randint(1, 11, (4, 7))
loss = crit(out.contiguous().view(-1, out.size(-1)), y.contiguous().view(-1)) / 28
loss.backward()
