import torch
import torch.nn as nn
import torch.nn.functional as F

net = nn.Linear(20, 5)
x = torch.randn(7, 20)
shape, colour = torch.randint(0, 3, (7,)), torch.randint(0, 2, (7,))
out = net(x)
out = out.softmax(dim=1)
loss = F.cross_entropy(out[:, :3], shape)  # expect: probabilities-as-logits
loss = loss + F.cross_entropy(out[:, 3:], colour)  # expect: probabilities-as-logits
loss.backward()
