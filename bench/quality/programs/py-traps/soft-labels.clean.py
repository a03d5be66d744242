# The probabilities of an ensemble are the targets; cross_entropy takes class probabilities since 1.10.
import torch
import torch.nn as nn
import torch.nn.functional as F

members = [nn.Linear(16, 5) for _ in range(3)]
student = nn.Sequential(nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 5))
opt = torch.optim.SGD(student.parameters(), lr=0.1)

for step in range(5):
    x = torch.randn(20, 16)
    with torch.no_grad():
        target = torch.stack([m(x).softmax(dim=1) for m in members]).mean(dim=0)
    loss = F.cross_entropy(student(x), target)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
