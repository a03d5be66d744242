import torch.nn as nn

NUM_CLASSES = 12
HIDDEN = 100
ACTIVATIONS = {'hidden': nn.ReLU(), 'output': nn.Softmax(dim=1)}
LOSS = nn.CrossEntropyLoss()
