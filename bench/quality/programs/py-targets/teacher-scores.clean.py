import torch
import torch.nn as nn
import torch.nn.functional as F

teacher = nn.Linear(20, 6)
student = nn.Linear(20, 6)
opt = torch.optim.SGD(student.parameters(), lr=0.1)
for i in range(3):
    x = torch.randn(16, 20)
    with torch.no_grad():
        wanted = teacher(x)
    loss = F.cross_entropy(student(x), wanted.softmax(dim=1))  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
