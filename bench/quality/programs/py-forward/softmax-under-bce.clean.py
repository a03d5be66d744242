import torch
import torch.nn as nn


class Topics(nn.Module):
    def __init__(self, words, topics):
        super().__init__()
        self.net = nn.Linear(words, topics)

    def forward(self, counts):
        return torch.sigmoid(self.net(counts))


model = Topics(2000, 20)
criterion = nn.BCELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
for i in range(5):
    counts = torch.rand(8, 2000)
    present = (torch.rand(8, 20) > 0.8).float()
    loss = criterion(model(counts), present)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
