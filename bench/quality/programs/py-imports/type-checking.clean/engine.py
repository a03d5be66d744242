from __future__ import annotations

import torch
from torch import nn
from typing import TYPE_CHECKING, Iterable

from heads import BinaryHead

if TYPE_CHECKING:
    from torch import Tensor
    from torch.optim import Optimizer


class Engine:
    def __init__(self, head: BinaryHead, optimizer: Optimizer) -> None:
        self.head = head
        self.optimizer = optimizer
        self.criterion: nn.Module = nn.BCEWithLogitsLoss()

    def run(self, batches: Iterable[tuple[Tensor, Tensor]]) -> list[float]:
        history: list[float] = []
        for x, y in batches:
            self.optimizer.zero_grad()
            loss: Tensor = self.criterion(self.head(x), y)  # expect: clean
            loss.backward()
            self.optimizer.step()
            history.append(loss.item())
        return history


if __name__ == "__main__":
    head = BinaryHead(6)
    engine = Engine(head, torch.optim.SGD(head.parameters(), lr=0.1))
    print(engine.run((torch.randn(4, 6), torch.ones(4, 1)) for _ in range(3)))
