import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(18, 36)
        self.head = nn.Sequential(nn.Linear(36, 3), nn.Softmax(dim=1))

    def forward(self, x):
        return self.head(torch.relu(self.body(x)))


net = Net()
# fine-tune on the five classes of the second data set
net.head = nn.Linear(36, 5)
opt = torch.optim.Adam(net.head.parameters())
ce = nn.CrossEntropyLoss()
for i in range(4):
    x, y = torch.randn(10, 18), torch.randint(0, 5, (10,))
    loss = ce(net(x), y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
