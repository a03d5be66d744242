import sys
import torch
import torch.nn as nn

model = torch.load(sys.argv[1], map_location='cpu')
model.train()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-4)
criterion = nn.CrossEntropyLoss()
for i in range(10):
    x, y = torch.rand(8, 3, 32, 32), torch.randint(0, 10, (8,))
    optimizer.zero_grad()
    out = model(x)
    loss = criterion(out, y)  # expect: unknown
    loss.backward()
    optimizer.step()
