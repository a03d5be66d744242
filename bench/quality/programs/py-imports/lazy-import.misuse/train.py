import torch
import torch.nn.functional as F

import vision

net = vision.create('tiny', classes=5, drop=0.1)
opt = torch.optim.Adam(net.parameters())
for i in range(3):
    x, y = torch.rand(6, 1, 20, 20), torch.randint(0, 5, (6,))
    out = net(x)
    loss = F.nll_loss(out, y)  # expect: logits-as-log-probabilities
    opt.zero_grad()
    loss.backward()
    opt.step()
