import torch
import torch.nn as nn


class DepthAndClass(nn.Module):
    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(nn.Linear(20, 40), nn.ReLU())
        self.cls = nn.Linear(40, 8)
        self.depth = nn.Linear(40, 1)

    def forward(self, x):
        z = self.trunk(x)
        scores = self.cls(z)
        return {'scores': scores, 'probs': scores.softmax(-1), 'depth': self.depth(z)}


net = DepthAndClass()
optimizer = torch.optim.Adam(net.parameters())
ce = nn.CrossEntropyLoss()
l1 = nn.L1Loss()

for step in range(10):
    x, y, d = torch.randn(16, 20), torch.randint(0, 8, (16,)), torch.rand(16, 1)
    out = net(x)
    loss_cls = ce(out['probs'], y)  # expect: probabilities-as-logits
    loss_depth = l1(out['depth'], d)
    loss = loss_cls + 0.5 * loss_depth
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 5 == 0:
        print(step, 'confidence', out['probs'].max(-1).values.mean().item())
