import torch
from torch import nn

from .net import SpeechEmotion


def main(batches=3):
    model = SpeechEmotion()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    loss_fn = nn.CrossEntropyLoss()
    for _ in range(batches):
        mfcc, label = torch.randn(4, 100, 40), torch.randint(0, 6, (4,))
        optimizer.zero_grad()
        loss = loss_fn(model(mfcc), label)  # expect: clean
        loss.backward()
        optimizer.step()
