import torch
import torch.nn.functional as F


class Model:
    """No nn.Module: parameters by hand, called like one."""

    def __init__(self, d, c):
        self.W = torch.zeros(d, c, requires_grad=True)
        self.b = torch.zeros(c, requires_grad=True)

    @property
    def parameters(self):
        return [self.W, self.b]

    def __call__(self, x):
        return torch.softmax(self.scores(x), dim=1)

    def scores(self, x):
        return x.mm(self.W) + self.b


class Loss:
    def __call__(self, out, target):
        return F.cross_entropy(out, target)  # expect: probabilities-as-logits


model, criterion = Model(4, 3), Loss()
opt = torch.optim.SGD(model.parameters, lr=0.1)
for i in range(20):
    x, y = torch.randn(12, 4), torch.randint(3, (12,))
    opt.zero_grad()
    criterion(model(x), y).backward()
    opt.step()
