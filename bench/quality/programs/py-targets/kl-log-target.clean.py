import torch
import torch.nn as nn
import torch.nn.functional as F

student, teacher = nn.Linear(8, 5), nn.Linear(8, 5)
x = torch.randn(10, 8)
p = F.log_softmax(student(x), dim=-1)
q = F.log_softmax(teacher(x), dim=-1)
loss = F.kl_div(p, q, reduction='batchmean', log_target=True)  # expect: clean
loss.backward()
