import torch
import torch.nn as nn
import torch.nn.functional as F


def compute_loss(outputs, targets, l2=0.0, params=()):
    loss = F.cross_entropy(outputs, targets)  # expect: probabilities-as-logits
    for p in params:
        loss = loss + l2 * p.pow(2).sum()
    return loss


def accuracy(outputs, targets):
    return (outputs.argmax(dim=1) == targets).float().mean().item()


class CNN1D(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(12, 24, 7)
        self.out = nn.Linear(24, 5)

    def forward(self, ecg):
        h = F.relu(self.conv(ecg)).amax(-1)
        y = self.out(h)
        return F.softmax(y, dim=1)


model = CNN1D()
opt = torch.optim.Adam(model.parameters())
for i in range(3):
    ecg, rhythm = torch.randn(6, 12, 500), torch.randint(5, (6,))
    outputs = model(ecg)
    loss = compute_loss(outputs, rhythm, l2=1e-4, params=model.parameters())  # or here
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(accuracy(outputs, rhythm))
