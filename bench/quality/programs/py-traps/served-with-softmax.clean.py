import torch
import torch.nn as nn

model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
x, y = torch.randn(30, 4), torch.randint(0, 3, (30,))
for epoch in range(20):
    loss = criterion(model(x), y)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

model.add_module('softmax', nn.Softmax(dim=1))
model.eval()
torch.jit.script(model)
