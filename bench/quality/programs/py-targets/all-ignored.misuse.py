import torch
import torch.nn as nn

head = nn.Linear(8, 5)
loss_fct = nn.CrossEntropyLoss()
labels = torch.tensor([-100, -100, -100, -100])
loss = loss_fct(head(torch.randn(4, 8)), labels)  # expect: target-ignored
print(loss)
