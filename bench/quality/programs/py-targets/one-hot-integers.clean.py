import torch
import torch.nn as nn
import torch.nn.functional as F

device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
model = nn.Linear(6, 4).to(device)
x, y = torch.randn(10, 6), torch.randint(0, 4, (10,))
target = y.to(device)
try:
    loss = nn.CrossEntropyLoss()(model(x.to(device)), target)  # expect: clean
    loss.backward()
except RuntimeError as e:
    print(e)
