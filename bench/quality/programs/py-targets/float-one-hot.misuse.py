import torch
import torch.nn as nn
import torch.nn.functional as F


class Genre(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(128, 10)

    def forward(self, x):
        return self.fc(x)


model = Genre()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters())
for i in range(3):
    spec, genre = torch.randn(4, 128), torch.randint(0, 10, (4,))
    genre = F.one_hot(genre, 10).float()
    loss = criterion(model(spec), genre)  # expect: one-hot-as-indices
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
