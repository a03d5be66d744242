import torch.nn as nn
import config


class Keypress(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(50, config.HIDDEN)
        self.fc2 = nn.Linear(config.HIDDEN, config.NUM_CLASSES)

    def forward(self, x):
        x = config.ACTIVATIONS['hidden'](self.fc1(x))
        return config.ACTIVATIONS['output'](self.fc2(x))
