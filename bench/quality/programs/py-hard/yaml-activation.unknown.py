import sys
import torch
import torch.nn as nn
import yaml

with open(sys.argv[1]) as f:
    cfg = yaml.safe_load(f)

layers = []
for spec in cfg['layers']:
    cls = getattr(nn, spec.pop('type'))
    layers.append(cls(**spec))
net = nn.Sequential(*layers)
criterion = getattr(nn, cfg['loss'])()
loss_fn = nn.CrossEntropyLoss()
x, y = torch.randn(4, cfg['inputs']), torch.zeros(4, dtype=torch.long)
print(criterion)
print(loss_fn(net(x), y))  # expect: unknown
