import torch
import torch.nn as nn
import torch.nn.functional as F


class SpamFilter(nn.Module):
    def __init__(self, n_in=300, n_out=2):
        super().__init__()
        self.fc1 = nn.Linear(n_in, 64)
        self.fc2 = nn.Linear(64, n_out)

    def forward(self, x):
        x = F.relu(self.fc1(x))
        x = F.dropout(x, 0.3, self.training)
        x = self.fc2(x)
        if not self.training:
            x = F.softmax(x, dim=1)
        return x


model = SpamFilter()
opt = torch.optim.Adam(model.parameters())
criterion = nn.CrossEntropyLoss()

model.train()
for step in range(20):
    x = torch.randn(32, 300)
    y = (x.sum(1) > 0).long()
    opt.zero_grad()
    out = model(x)
    loss = criterion(out, y)  # expect: clean
    loss.backward()
    opt.step()

model.eval()
with torch.no_grad():
    p = model(torch.randn(4, 300))
print('spam probability', p[:, 1].tolist())
