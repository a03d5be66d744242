from dataclasses import dataclass, field
from typing import Callable

import torch
import torch.nn as nn


@dataclass
class TrainConfig:
    lr: float = 1e-3
    epochs: int = 2
    hidden: int = 32
    criterion: nn.Module = field(default_factory=nn.CrossEntropyLoss)
    output: Callable = nn.Softmax(dim=1)


class Tabular(nn.Module):
    def __init__(self, cfg: TrainConfig):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(14, cfg.hidden), nn.SiLU())
        self.head = nn.Linear(cfg.hidden, 3)
        self.output = cfg.output

    def forward(self, x):
        return self.output(self.head(self.body(x)))


def run(cfg: TrainConfig):
    model = Tabular(cfg)
    optimizer = torch.optim.Adam(model.parameters(), lr=cfg.lr)
    for epoch in range(cfg.epochs):
        x, y = torch.randn(64, 14), torch.randint(0, 3, (64,))
        loss = cfg.criterion(model(x), y)  # expect: probabilities-as-logits
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


run(TrainConfig(lr=5e-3))
