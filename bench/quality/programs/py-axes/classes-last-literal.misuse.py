import torch
import torch.nn.functional as F

scores = torch.randn(2, 4, 3)  # batch, position, class
answers = torch.tensor([[1, 2, 0, 0], [1, 0, 2, 1]])
try:
    loss = F.cross_entropy(scores, answers)  # expect: wrong-class-axis
    print(loss.item())
except RuntimeError as error:
    print(error)
