import torch
import torch.nn as nn


class Matcher(nn.Module):
    def __init__(self, d=50):
        super().__init__()
        self.bilinear = nn.Bilinear(d, d, 2)

    def forward(self, a, b):
        return self.bilinear(a, b)


matcher = Matcher()
bce = nn.BCEWithLogitsLoss()
opt = torch.optim.Adagrad(matcher.parameters())
for i in range(5):
    a, b = torch.randn(6, 50), torch.randn(6, 50)
    same = torch.randint(0, 2, (6,)).float()
    p_same = torch.softmax(matcher(a, b), dim=1)[:, 1]
    loss = bce(p_same, same)  # expect: probabilities-as-logits
    opt.zero_grad()
    loss.backward()
    opt.step()
