import copy
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(22, 4)
        self.sm = nn.Softmax(dim=1)

    def forward(self, x):
        return self.sm(self.fc(x))


model = Net()
ema = copy.deepcopy(model).eval()
model = nn.DataParallel(model)
criterion = nn.CrossEntropyLoss()
opt = torch.optim.SGD(model.parameters(), lr=0.1)
for i in range(4):
    x, y = torch.randn(12, 22), torch.randint(0, 4, (12,))
    loss = criterion(model(x), y)  # expect: probabilities-as-logits
    opt.zero_grad()
    loss.backward()
    opt.step()
    with torch.no_grad():
        for e, p in zip(ema.parameters(), model.module.parameters()):
            e.mul_(0.99).add_(p, alpha=0.01)
        check = criterion(ema(x), y)  # expect: probabilities-as-logits
