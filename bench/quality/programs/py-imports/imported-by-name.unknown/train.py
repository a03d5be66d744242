import importlib
import sys

import torch
import torch.nn as nn

# any file below models/ will do, also those that only exist on the cluster
net = importlib.import_module(sys.argv[1]).build()
criterion = nn.CrossEntropyLoss()
for x, y in [(torch.randn(4, 10), torch.zeros(4, dtype=torch.long))]:
    loss = criterion(net(x), y)  # expect: unknown
    loss.backward()
