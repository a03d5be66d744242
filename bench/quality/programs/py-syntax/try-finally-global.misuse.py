import torch
import torch.nn as nn

LOSS = None


def best_effort(model, x):
    try:
        out = model(x)
    except RuntimeError as e:
        if 'out of memory' not in str(e):
            raise
        out = torch.cat([model(part) for part in x.chunk(2)])
    finally:
        print('forward done')
    return out


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(5, 2)

    def forward(self, x):
        return torch.sigmoid(self.fc(x))


def init():
    global LOSS
    LOSS = nn.CrossEntropyLoss()


init()
small = Small()
loss = LOSS(best_effort(small, torch.randn(4, 5)), torch.tensor([0, 1, 1, 0]))  # expect: probabilities-as-logits
loss.backward()
