from torch import nn


class Tiny(nn.Module):
    def __init__(self, classes=10, drop=0.0):
        super().__init__()
        self.model = nn.Sequential(
            nn.Conv2d(1, 4, 3),
            nn.ReLU(),
            nn.AdaptiveMaxPool2d(3),
            nn.Flatten(),
            nn.Dropout(drop),
            nn.Linear(36, classes),
        )
        self.log_softmax = nn.LogSoftmax(dim=1)

    def forward(self, x):
        return self.log_softmax(self.model(x))
