import torch
import torch.nn as nn

# the example of the documentation, with numbers
input = torch.tensor([[0.9, 0.2, -0.4, 1.3, 0.1], [0.5, 0.4, 0.3, 0.2, 0.1], [2.0, -1.0, 0.0, 0.3, 0.6]], requires_grad=True)
target = torch.tensor([3, 0, 4])
output = nn.CrossEntropyLoss()(input, target)  # expect: clean
output.backward()
