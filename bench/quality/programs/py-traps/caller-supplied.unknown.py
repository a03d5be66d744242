from typing import Iterable, Tuple

import torch
from torch import Tensor, nn


class CalibrationError:
    """Works with any classifier; see the README for what it has to return."""

    def __init__(self, model: nn.Module) -> None:
        self.model = model.eval()

    @torch.no_grad()
    def nll(self, batches: Iterable[Tuple[Tensor, Tensor]]) -> float:
        criterion = nn.CrossEntropyLoss(reduction='sum')
        total, n = 0.0, 0
        for x, y in batches:
            total += criterion(self.model(x), y).item()  # expect: unknown
            n += len(y)
        return total / n
