import torch
import torch.nn as nn


class Base(nn.Module):
    def __init__(self, *dims, **options):
        super().__init__()
        self.layers = nn.Sequential(*[nn.Linear(a, b) for a, b in zip(dims, dims[1:])])
        self.out = options.get('out', nn.Softmax(dim=1))

    def forward(self, *inputs, **kwargs):
        return self.out(self.layers(torch.cat(inputs, dim=1)))


class TwoTower(Base):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


def step(model, criterion, *batch):
    *inputs, target = batch
    return criterion(model(*inputs), target)  # expect: probabilities-as-logits


model = TwoTower(16, 32, 6)
a, b, y = torch.randn(4, 8), torch.randn(4, 8), torch.randint(6, (4,))
step(model, nn.CrossEntropyLoss(), a, b, y).backward()
