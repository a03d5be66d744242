import torch
import torch.nn as nn


class Classifier(nn.Module):
    def __init__(self, d, c):
        super().__init__()
        self.linear = nn.Linear(d, c)

    def forward(self, x):
        return self.linear(x)

    def predict_proba(self, x):
        return torch.softmax(self.forward(x), dim=1)

    def predict(self, x):
        return self.predict_proba(x).argmax(1)


clf = Classifier(8, 3)
opt = torch.optim.SGD(clf.parameters(), lr=0.1)
lossfn = nn.CrossEntropyLoss()
for i in range(10):
    x, y = torch.randn(9, 8), torch.arange(9) % 3
    loss = lossfn(clf(x), y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
    print((clf.predict(x) == y).float().mean().item())
