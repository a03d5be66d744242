import torch
import torch.nn as nn
import torch.nn.functional as F

student, teacher = nn.Linear(8, 5), nn.Linear(8, 5)
kl = nn.KLDivLoss(reduction='batchmean')
x = torch.randn(10, 8)
own = student(x)
with torch.no_grad():
    soft = F.softmax(teacher(x), dim=1)
loss = kl(own, soft)  # expect: logits-as-log-probabilities
loss.backward()
