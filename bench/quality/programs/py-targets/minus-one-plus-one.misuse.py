import torch
import torch.nn as nn

scores = nn.Linear(4, 1)(torch.randn(6, 4)).squeeze(1)
labels = torch.tensor([-1., 1., 1., -1., 1., -1.])
loss = nn.BCEWithLogitsLoss()(scores, labels)  # expect: target-not-binary
loss.backward()
