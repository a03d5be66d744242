import torch
from config import LOSS, NUM_CLASSES
from model import Keypress

net = Keypress()
optim = torch.optim.SGD(net.parameters(), lr=0.05)
for i in range(3):
    x = torch.randn(20, 50)
    y = torch.randint(0, NUM_CLASSES, (20,))
    loss = LOSS(net(x), y)  # expect: probabilities-as-logits
    optim.zero_grad()
    loss.backward()
    optim.step()
