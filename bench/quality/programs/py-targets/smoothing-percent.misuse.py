import argparse
import torch
import torch.nn as nn

SMOOTHING = 10  # percent
net = nn.Linear(6, 3)
criterion = nn.CrossEntropyLoss(label_smoothing=SMOOTHING)
loss = criterion(net(torch.randn(3, 6)), torch.tensor([0, 1, 2]))  # expect: bad-option
