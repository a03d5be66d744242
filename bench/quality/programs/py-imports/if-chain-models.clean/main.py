import sys
import torch
from torch import nn
import nets

name = sys.argv[1] if len(sys.argv) > 1 else 'cnn'
if name == 'cnn':
    model = nets.CNN()
elif name == 'rnn':
    model = nets.RNN()
else:
    model = nets.MLP()

criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters())
for _ in range(5):
    signal, label = torch.randn(16, 50), torch.randint(0, 2, (16,))
    loss = criterion(model(signal), label)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
