import torch
import torch.nn as nn


class ChordNet(nn.Module):
    def __init__(self):
        super(ChordNet, self).__init__()
        self.fc1 = nn.Linear(12, 64)
        self.fc2 = nn.Linear(64, 64)
        self.fc3 = nn.Linear(64, 24)
        self.relu = nn.ReLU()

    def forward(self, chroma):
        x = self.relu(self.fc1(chroma))
        x = self.relu(self.fc2(x))
        return self.relu(self.fc3(x))


chords = ChordNet()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(chords.parameters(), lr=0.01, momentum=0.9)
for epoch in range(20):
    x = torch.rand(24, 12)
    y = torch.arange(24)
    optimizer.zero_grad()
    out = chords(x)
    loss = criterion(out, y)  # expect: bounded-logits
    loss.backward()
    optimizer.step()
