import torch
import torch.nn as nn
import torch.nn.functional as F


class Diagnosis(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(30, 16)
        self.fc2 = nn.Linear(16, 4)

    def forward(self, x):
        x = x.view(-1, 30)
        x = F.relu(self.fc1(x))
        return F.log_softmax(self.fc2(x), dim=1)


model = Diagnosis()
criterion = nn.NLLLoss()
optimizer = torch.optim.Adam(model.parameters())
for i in range(5):
    x, y = torch.randn(32, 30), torch.randint(0, 4, (32,))
    out = model(x)
    loss = criterion(out, y)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
