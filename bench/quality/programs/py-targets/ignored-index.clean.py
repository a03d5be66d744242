import torch
import torch.nn as nn

PAD = -1
scores = nn.Linear(6, 4)(torch.randn(5, 6))
labels = torch.tensor([0, 3, PAD, 2, PAD])
loss = nn.CrossEntropyLoss(ignore_index=PAD)(scores, labels)  # expect: clean
loss.backward()
