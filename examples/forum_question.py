"""
"The prediction is perfect, so why does CrossEntropyLoss return 0.5514 and not 0?"

Because it takes logits. Softmax of [1, 0, 0] is [0.58, 0.21, 0.21], and -ln 0.58 = ln(1 + 2/e) = 0.5514.
"""
import math

import torch
from torch import nn

prediction = torch.tensor([[1.0, 0.0, 0.0]])
target = torch.tensor([0])

loss = nn.CrossEntropyLoss()(prediction, target)
print(f"loss         {loss.item():.4f}")  # 0.5514
print(f"ln(1 + 2/e)  {math.log(1 + 2 / math.e):.4f}")  # 0.5514
