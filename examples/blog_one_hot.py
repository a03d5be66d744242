"""
"One-hot targets have to be turned into class indices first." Since PyTorch 1.10 CrossEntropyLoss takes rows of floats too,
and gives the same value for them; only with class weights do the two differ.
"""
import torch
import torch.nn.functional as F
from torch import nn

target = torch.tensor([1, 0])
one_hot = F.one_hot(target, 3).float()
logits = torch.tensor([[1.0, 3.0, -1.0], [-0.5, 0.8, 0.3]])

criterion = nn.CrossEntropyLoss()
print(f"class indices  {criterion(logits, target).item():.4f}")  # 1.0369
print(f"one-hot rows   {criterion(logits, one_hot).item():.4f}")  # 1.0369
