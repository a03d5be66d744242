"""Used by several projects; the mode of the model is the caller's business."""
import torch
import torch.nn as nn


class Detector(nn.Module):
    def __init__(self, classes=20):
        super().__init__()
        self.fc = nn.Linear(64, classes)

    def forward(self, x):
        x = self.fc(x)
        return x if self.training else x.softmax(dim=1)


def mean_loss(model: Detector, batches):
    losses = [nn.functional.cross_entropy(model(x), y) for x, y in batches]  # expect: unknown
    return torch.stack(losses).mean()
