import torch
import torch.nn as nn

MODELS = {}


def register(name):
    def wrap(cls):
        MODELS[name] = cls
        return cls
    return wrap


@register('linear')
class LinearNet(nn.Module):
    def __init__(self, d, c):
        super().__init__()
        self.fc = nn.Linear(d, c)

    def forward(self, x):
        return self.fc(x)


@register('bilinear')
class BilinearNet(nn.Module):
    def __init__(self, d, c):
        super().__init__()
        self.fc = nn.Bilinear(d, d, c)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        return self.softmax(self.fc(x, x))


model = MODELS['bilinear'](5, 3)
criterion = nn.CrossEntropyLoss()
opt = torch.optim.SGD(model.parameters(), lr=0.5)
for i in range(10):
    x, y = torch.randn(9, 5), torch.randint(3, (9,))
    loss = criterion(model(x), y)  # expect: probabilities-as-logits
    opt.zero_grad()
    loss.backward()
    opt.step()
