import numpy as np
import torch
import torch.nn as nn


def mixup_data(x, y, alpha=1.0):
    lam = np.random.beta(alpha, alpha) if alpha > 0 else 1
    index = torch.randperm(x.size(0))
    return lam * x + (1 - lam) * x[index], y, y[index], lam


def mixup_criterion(criterion, pred, y_a, y_b, lam):
    return lam * criterion(pred, y_a) + (1 - lam) * criterion(pred, y_b)  # expect: clean, clean


net = nn.Sequential(nn.Flatten(), nn.Linear(3 * 8 * 8, 10))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for i in range(4):
    inputs, targets = torch.rand(8, 3, 8, 8), torch.randint(0, 10, (8,))
    inputs, targets_a, targets_b, lam = mixup_data(inputs, targets)
    outputs = net(inputs)
    loss = mixup_criterion(criterion, outputs, targets_a, targets_b, lam)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
