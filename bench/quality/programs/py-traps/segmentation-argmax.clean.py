import torch
import torch.nn as nn


class Seg(nn.Module):
    def __init__(self, n=4):
        super().__init__()
        self.enc = nn.Conv2d(3, 8, 3, padding=1)
        self.dec = nn.Conv2d(8, n, 1)

    def forward(self, x):
        return self.dec(torch.relu(self.enc(x)))


net = Seg()
criterion = nn.CrossEntropyLoss(ignore_index=255)
softmax2d = nn.Softmax2d()
img = torch.rand(2, 3, 8, 8)
mask = torch.randint(0, 4, (2, 8, 8))
mask[0, 0] = 255
out = net(img)
loss = criterion(out, mask)  # expect: clean
pred = softmax2d(out).argmax(1)
print('pixel accuracy', (pred == mask).float().mean().item())
loss.backward()
