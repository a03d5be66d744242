import torch
import torch.nn as nn


class ActivityNet(nn.Module):
    """1-D convolutions over accelerometer windows."""

    def __init__(self, channels=6, n_classes=5):
        super(ActivityNet, self).__init__()
        self.block1 = nn.Sequential(nn.Conv1d(channels, 32, 5, padding=2), nn.BatchNorm1d(32), nn.ReLU())
        self.block2 = nn.Sequential(nn.Conv1d(32, 64, 5, padding=2), nn.BatchNorm1d(64), nn.ReLU())
        self.gap = nn.AdaptiveAvgPool1d(1)
        self.classifier = nn.Linear(64, n_classes)
        self.predict = nn.Softmax(-1)

    def forward(self, x):
        x = self.block2(self.block1(x))
        x = self.gap(x).squeeze(-1)
        x = self.classifier(x)
        return self.predict(x)


device = torch.device('cuda:0') if torch.cuda.is_available() else torch.device('cpu')
model = ActivityNet().to(device)
criterion = nn.CrossEntropyLoss(weight=torch.tensor([1., 1., 2., 1., .5]).to(device))
optim = torch.optim.RMSprop(model.parameters(), lr=1e-3)

for it in range(5):
    windows = torch.randn(16, 6, 128, device=device)
    acts = torch.randint(5, (16,), device=device)
    optim.zero_grad()
    scores = model(windows)
    loss = criterion(scores, acts)  # expect: probabilities-as-logits
    loss.backward()
    optim.step()
