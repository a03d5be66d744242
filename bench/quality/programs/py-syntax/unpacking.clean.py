import torch
import torch.nn as nn


class Siamese(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = nn.Linear(10, 10)
        self.cls = nn.Linear(10, 3)

    def forward(self, a, b):
        ha, hb = torch.tanh(self.enc(a)), torch.tanh(self.enc(b))
        za, zb = self.cls(ha), self.cls(hb)
        return (ha, hb), (za, zb), (za.softmax(1), zb.softmax(1))


net = Siamese()
criterion = nn.CrossEntropyLoss()
(xa, xb), y = (torch.randn(6, 10), torch.randn(6, 10)), torch.randint(0, 3, (6,))
_, (scores, _), (probs, *_) = net(xa, xb)
first, *rest = scores, probs
loss = criterion(first, y)  # expect: clean
loss.backward()
