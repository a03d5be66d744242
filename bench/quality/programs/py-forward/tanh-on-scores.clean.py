import torch
from torch import nn
import torch.nn.functional as F


class PatchDiscriminator(nn.Module):
    def __init__(self, ch=3, base=16):
        super().__init__()
        self.c1 = nn.Conv2d(ch, base, 4, 2, 1)
        self.c2 = nn.Conv2d(base, base * 2, 4, 2, 1)
        self.c3 = nn.Conv2d(base * 2, 1, 4, 1, 1)

    def forward(self, img):
        x = F.leaky_relu(self.c1(img), 0.2)
        x = F.leaky_relu(self.c2(x), 0.2)
        return self.c3(x)


disc = PatchDiscriminator()
opt = torch.optim.Adam(disc.parameters(), lr=2e-4, betas=(0.5, 0.999))
adversarial = nn.BCEWithLogitsLoss()

real = torch.rand(2, 3, 32, 32)
fake = torch.rand(2, 3, 32, 32)
for i in range(3):
    pred_real = disc(real)
    pred_fake = disc(fake)
    loss_real = adversarial(pred_real, torch.ones_like(pred_real))  # expect: clean
    loss_fake = adversarial(pred_fake, torch.zeros_like(pred_fake))  # expect: clean
    loss = (loss_real + loss_fake) / 2
    opt.zero_grad()
    loss.backward()
    opt.step()
