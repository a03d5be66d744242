import torch
import torch.nn as nn

# log(sigmoid) and log(1 - sigmoid) as two columns are log-probabilities of two classes
w = nn.Linear(14, 1)
x, y = torch.randn(10, 14), torch.randint(0, 2, (10,))
z = w(x)
logp = torch.cat([nn.functional.logsigmoid(-z), nn.functional.logsigmoid(z)], dim=1)
loss = nn.NLLLoss()(logp, y)  # expect: clean
loss.backward()
