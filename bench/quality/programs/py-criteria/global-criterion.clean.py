import torch
import torch.nn as nn

criterion = None
net = None


def setup(n_in, n_out):
    global criterion, net
    net = nn.Sequential(nn.Linear(n_in, 30), nn.Sigmoid(), nn.Linear(30, n_out))
    criterion = nn.CrossEntropyLoss()


def learn(x, y, rate=3.0):
    net.zero_grad()
    loss = criterion(net(x), y)  # expect: clean
    loss.backward()
    with torch.no_grad():
        for p in net.parameters():
            p -= rate * p.grad
    return loss.item()


setup(784, 10)
for i in range(5):
    print(learn(torch.rand(10, 784), torch.randint(0, 10, (10,))))
