import importlib
import torch
import torch.nn as nn

net = nn.Sequential(nn.Linear(10, 20), nn.ReLU(), nn.Linear(20, 4))
# a plugin may replace the output: what a forward hook returns is what the caller gets
plugin = importlib.import_module('plugins.output')
net.register_forward_hook(plugin.transform)

criterion = nn.CrossEntropyLoss()
x, y = torch.randn(6, 10), torch.randint(0, 4, (6,))
loss = criterion(net(x), y)  # expect: unknown
loss.backward()
