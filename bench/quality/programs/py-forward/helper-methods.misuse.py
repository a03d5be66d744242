import torch
from torch import nn, Tensor
from torch.nn import functional as F


class MelCNN(nn.Module):
    def __init__(self, n_mels: int = 64, n_classes: int = 10) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, 16, kernel_size=3, stride=2)
        self.body = nn.Conv2d(16, 32, kernel_size=3, stride=2)
        self.fc = nn.Linear(32, n_classes)

    def forward_features(self, x: Tensor) -> Tensor:
        x = F.gelu(self.stem(x))
        x = F.gelu(self.body(x))
        return x

    def forward_head(self, x: Tensor, pre_logits: bool = False) -> Tensor:
        x = x.mean(dim=(2, 3))
        if pre_logits:
            return x
        x = self.fc(x)
        return F.softmax(x, dim=-1)

    def forward(self, x: Tensor) -> Tensor:
        return self.forward_head(self.forward_features(x))


def training_loop(model: nn.Module, steps: int) -> None:
    optimizer = torch.optim.Adam(model.parameters(), 3e-4)
    for step in range(1, steps + 1):
        mels = torch.randn(4, 1, 64, 64)
        labels = torch.randint(0, 10, (4,))
        logits = model(mels)
        loss = F.cross_entropy(logits, labels, label_smoothing=0.1)  # expect: probabilities-as-logits
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        print(f"step {step}: {loss.item():.3f}")


training_loop(MelCNN(), 3)
