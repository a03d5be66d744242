import torch
import torch.nn as nn

net = nn.Sequential(
    nn.Linear(20, 10),
    nn.ReLU(),
    nn.Linear(10, 1),
    nn.Sigmoid(),
)
criterion = nn.BCELoss()
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for i in range(5):
    x, y = torch.randn(8, 20), torch.randint(0, 2, (8, 1)).float()
    loss = criterion(net(x), y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
