from typing import NamedTuple
import torch
from torch import nn, Tensor


class Output(NamedTuple):
    scores: Tensor
    probs: Tensor
    hidden: Tensor = None


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(7, 5)

    def forward(self, x: Tensor) -> Output:
        z = self.fc(x)
        return Output(z, probs=torch.softmax(z, dim=-1))


out = Net()(torch.randn(3, 7))
loss = nn.CrossEntropyLoss()(out.scores, torch.tensor([4, 0, 2]))  # expect: clean
loss.backward()
