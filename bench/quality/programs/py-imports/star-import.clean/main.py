from networks import *
import torch
import torch.nn as nn

G = Generator()
C = Classifier()
C.apply(weights_init)
opt = torch.optim.Adam(C.parameters(), lr=1e-3)
criterion = nn.CrossEntropyLoss()
for i in range(5):
    x = G(torch.randn(9, 8)).detach()
    y = torch.randint(0, 3, (9,))
    out = C(x)
    loss = criterion(out, y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
