from functools import partial

import torch
import torch.nn as nn
import torch.nn.functional as F

smoothed_ce = partial(F.cross_entropy, label_smoothing=0.1, reduction='mean')


class ViTLite(nn.Module):
    def __init__(self, dim=32, classes=10):
        super().__init__()
        self.patch = nn.Conv2d(3, dim, 8, 8)
        self.cls = nn.Parameter(torch.zeros(1, 1, dim))
        self.block = nn.TransformerEncoderLayer(dim, 4, 64, batch_first=True)
        self.head = nn.Linear(dim, classes)

    def forward(self, x):
        p = self.patch(x).flatten(2).transpose(1, 2)
        p = torch.cat([self.cls.expand(len(p), -1, -1), p], dim=1)
        z = self.block(p)[:, 0]
        return self.head(z)


model = ViTLite()
opt = torch.optim.AdamW(model.parameters(), lr=5e-4, weight_decay=0.05)
for i in range(2):
    x, y = torch.rand(4, 3, 32, 32), torch.randint(10, (4,))
    loss = smoothed_ce(model(x), y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
