import torch.nn as nn


def build():
    return nn.Sequential(nn.Linear(10, 4), nn.Softmax(dim=1))
