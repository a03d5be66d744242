import torch
import torch.nn as nn
import torch.nn.functional as F

enc, head = nn.Linear(9, 9), nn.Linear(9, 4)
x, y = torch.randn(6, 9), torch.randint(4, (6,))
h = z = torch.relu(enc(x))
z = z + h
scores = logits = head(z)
logits *= 2.0
logits = logits.softmax(-1)
loss = F.cross_entropy(input=logits, target=y)  # expect: probabilities-as-logits
loss.backward()
