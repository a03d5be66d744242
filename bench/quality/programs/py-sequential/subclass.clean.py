import torch
import torch.nn as nn
import torch.nn.functional as F


class LogisticRegression(nn.Sequential):
    def __init__(self, n_features, n_classes):
        super().__init__(
            nn.BatchNorm1d(n_features),
            nn.Linear(n_features, n_classes),
            )


clf = LogisticRegression(13, 3)
opt = torch.optim.LBFGS(clf.parameters(), max_iter=5)
x = torch.randn(60, 13)
y = torch.randint(0, 3, (60,))


def closure():
    opt.zero_grad()
    loss = F.cross_entropy(clf(x), y)  # expect: clean
    loss.backward()
    return loss


for _ in range(3):
    print(opt.step(closure).item())
