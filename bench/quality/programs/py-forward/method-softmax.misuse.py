import torch
from torch import nn


class DigitMLP(nn.Module):
    def __init__(self, hidden=64):
        super().__init__()
        self.l1 = nn.Linear(64, hidden)
        self.l2 = nn.Linear(hidden, 10)

    def forward(self, x):
        h = self.l1(x.flatten(1)).relu()
        return self.l2(h).softmax(dim=-1)


def fit(model, x, y, steps=20, lr=1e-2):
    opt = torch.optim.AdamW(model.parameters(), lr=lr)
    ce = nn.CrossEntropyLoss()
    for step in range(steps):
        opt.zero_grad(set_to_none=True)
        loss = ce(model(x), y)  # expect: probabilities-as-logits
        loss.backward()
        opt.step()
    return loss.item()


if __name__ == "__main__":
    x = torch.rand(32, 8, 8)
    y = torch.randint(0, 10, (32,))
    print(fit(DigitMLP(), x, y))
