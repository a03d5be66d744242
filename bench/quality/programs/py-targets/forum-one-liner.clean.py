import torch
import torch.nn as nn

print(nn.CrossEntropyLoss()(torch.tensor([[3.2,-0.1,1.4]]), torch.tensor([0])))  # expect: clean
