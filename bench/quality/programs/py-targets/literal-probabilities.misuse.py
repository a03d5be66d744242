import torch
import torch.nn.functional as F

p = torch.tensor([
    [0.1, 0.7, 0.2],
    [0.3, 0.4, 0.3],
    [0.8, 0.1, 0.1],
    [0.2, 0.2, 0.6],
    [0.05, 0.9, 0.05],
])
y = torch.tensor([1, 0, 0, 2, 1])
loss = F.cross_entropy(p, y)  # expect: probabilities-as-logits
print(loss)
