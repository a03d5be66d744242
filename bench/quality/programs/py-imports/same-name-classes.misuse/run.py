import torch
import torch.nn as nn
from baselines.linear import Model

model = Model(33, 8)
loss_fn = nn.CrossEntropyLoss()
opt = torch.optim.Adam(model.parameters())
for _ in range(4):
    x, y = torch.rand(16, 33), torch.randint(0, 8, (16,))
    out = model(x)
    loss = loss_fn(out, y)  # expect: probabilities-as-logits
    opt.zero_grad()
    loss.backward()
    opt.step()
