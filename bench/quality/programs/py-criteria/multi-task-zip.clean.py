import torch
import torch.nn as nn

TASKS = ['weather', 'scene', 'timeofday']
SIZES = [6, 6, 3]


class MultiTask(nn.Module):
    def __init__(self, dim=64):
        super().__init__()
        self.heads = nn.ModuleList([nn.Linear(dim, n) for n in SIZES])
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        return [head(x) for head in self.heads]


net = MultiTask()
criteria = [nn.CrossEntropyLoss() for _ in TASKS]
opt = torch.optim.Adam(net.parameters())
for i in range(4):
    x = torch.randn(8, 64)
    targets = [torch.randint(0, n, (8,)) for n in SIZES]
    outs = net(x)
    loss = 0
    for name, criterion, out, target in zip(TASKS, criteria, outs, targets):
        task_loss = criterion(out, target)  # expect: clean
        loss = loss + task_loss
        print(name, task_loss.item(), end=' ')
    opt.zero_grad()
    loss.backward()
    opt.step()
