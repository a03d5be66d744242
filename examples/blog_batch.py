"""
A batch with which tutorials explain CrossEntropyLoss: "the loss is near zero, since the model is sure of the right classes".
It is 0.9505, and it cannot come near zero: with three classes and probabilities in place of logits the loss never falls
below 0.5514. Nor is the model sure: of the second row, the right class has a probability of 0.3.
"""
import torch
import torch.nn.functional as F
from torch import nn

target = torch.tensor([1, 0])
probabilities = torch.tensor([[0.1, 0.7, 0.2], [0.3, 0.4, 0.3]])
logits = torch.tensor([[1.0, 3.0, -1.0], [-0.5, 0.8, 0.3]])

criterion = nn.CrossEntropyLoss()
print(f"probabilities as logits {criterion(probabilities, target).item():.4f}")  # 0.9505
print(f"their cross-entropy     {F.nll_loss(probabilities.log(), target).item():.4f}")  # 0.7803
print(f"logits                  {criterion(logits, target).item():.4f}")  # 1.0369
