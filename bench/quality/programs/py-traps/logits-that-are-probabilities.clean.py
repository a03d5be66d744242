import torch
import torch.nn as nn

logit_layer = nn.Sequential(nn.Linear(6, 1), nn.Sigmoid())
bce_with_logits = nn.BCELoss()
opt = torch.optim.SGD(logit_layer.parameters(), lr=1.0)
for i in range(20):
    x = torch.randn(16, 6)
    y = (x[:, :1] > 0).float()
    logits = logit_layer(x)
    loss = bce_with_logits(logits, y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
