import torch
import torch.nn as nn

print(nn.CrossEntropyLoss()(torch.tensor([[1.,0.,0.]]), torch.tensor([0])))  # expect: probabilities-as-logits
