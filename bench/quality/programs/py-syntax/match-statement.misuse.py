import torch
import torch.nn as nn


def activation(name: str) -> nn.Module:
    match name:
        case 'relu':
            return nn.ReLU()
        case 'probabilities':
            return nn.Softmax(dim=1)
        case 'scores' | 'none':
            return nn.Identity()
        case _:
            raise ValueError(name)


net = nn.Sequential(nn.Linear(4, 8), activation('relu'), nn.Linear(8, 3), activation('probabilities'))
loss = nn.CrossEntropyLoss()(net(torch.randn(5, 4)), torch.tensor([0, 1, 2, 0, 1]))  # expect: probabilities-as-logits
loss.backward()
