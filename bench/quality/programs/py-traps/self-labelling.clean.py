import torch
import torch.nn as nn
import torch.nn.functional as F

net = nn.Sequential(nn.Linear(25, 50), nn.ReLU(), nn.Linear(50, 8))
opt = torch.optim.SGD(net.parameters(), lr=0.03)
threshold = 0.2
for step in range(4):
    weak, strong = torch.randn(32, 25), torch.randn(32, 25)
    with torch.no_grad():
        pseudo = torch.softmax(net(weak), dim=-1)
        max_probs, targets_u = torch.max(pseudo, dim=-1)
        mask = max_probs.ge(threshold).float()
    logits_s = net(strong)
    loss_u = (F.cross_entropy(logits_s, targets_u, reduction='none') * mask).mean()  # expect: clean
    sharpened = pseudo ** 2 / (pseudo ** 2).sum(dim=1, keepdim=True)
    loss_soft = F.cross_entropy(logits_s, sharpened)  # expect: clean
    opt.zero_grad()
    (loss_u + loss_soft).backward()
    opt.step()
