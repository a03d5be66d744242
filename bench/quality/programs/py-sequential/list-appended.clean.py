import torch
import torch.nn as nn


class CharCNN(nn.Module):
    def __init__(self, alphabet=70, length=100, n_classes=4):
        super().__init__()
        layers = []
        c = alphabet
        for width in (7, 3):
            layers.append(nn.Conv1d(c, 64, width))
            layers.append(nn.ReLU())
            layers.append(nn.MaxPool1d(3))
            c = 64
        self.conv = nn.Sequential(*layers)
        flat = self.conv(torch.zeros(1, alphabet, length)).numel()
        fc = [nn.Linear(flat, 128), nn.ReLU(), nn.Dropout(0.5)]
        fc.append(nn.Linear(128, n_classes))
        self.fc = nn.Sequential(*fc)

    def forward(self, x):
        return self.fc(torch.flatten(self.conv(x), start_dim=1))


net = CharCNN()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
for i in range(3):
    onehot_chars = torch.zeros(2, 70, 100)
    news = torch.randint(0, 4, (2,))
    out = net(onehot_chars)
    loss = criterion(out, news)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
