import torch
import torch.nn as nn

# Why is the loss 0.5514 and not 0?
criterion = nn.CrossEntropyLoss()
prediction = torch.tensor([[1.0, 0.0, 0.0]])
label = torch.tensor([0])
print(criterion(prediction, label))  # expect: probabilities-as-logits
