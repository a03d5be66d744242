import torch.nn as nn
import torch.nn.functional as F


class FCN(nn.Module):
    def __init__(self, n_classes=21):
        super(FCN, self).__init__()
        self.n_classes = n_classes
        self.conv_block1 = nn.Sequential(nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(2, 2))
        self.classifier = nn.Sequential(nn.Conv2d(16, 32, 1), nn.ReLU(inplace=True), nn.Dropout2d(), nn.Conv2d(32, n_classes, 1))

    def forward(self, x):
        score = self.classifier(self.conv_block1(x))
        score = F.interpolate(score, x.size()[2:], mode='bilinear', align_corners=False)
        return F.softmax(score, dim=1)
