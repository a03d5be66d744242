import torch
import torch.nn as nn

depth = 3
model = nn.Sequential()
width = 16
for i in range(depth):
    model.add_module('linear%d' % i, nn.Linear(width, 2 * width))
    model.add_module('relu%d' % i, nn.ReLU(inplace=True))
    width *= 2
model.add_module('out', nn.Linear(width, 5))

crit = nn.CrossEntropyLoss()
opt = torch.optim.SGD(model.parameters(), lr=0.1)

for step in range(25):
    xb = torch.randn(40, 16)
    yb = xb[:, :5].argmax(1)
    loss = crit(model(xb), yb)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
print(loss)
