import torch
import torch.nn as nn
import torch.nn.functional as F


class Inception(nn.Module):
    def __init__(self, classes=7):
        super().__init__()
        self.stem = nn.Linear(30, 30)
        self.aux = nn.Linear(30, classes)
        self.fc = nn.Linear(30, classes)

    def forward(self, x):
        h = torch.relu(self.stem(x))
        if self.training:
            return self.fc(h), self.aux(h)
        return F.softmax(self.fc(h), dim=1)


model = Inception()
model.train()
criterion = nn.CrossEntropyLoss()
x, y = torch.randn(5, 30), torch.randint(0, 7, (5,))
outputs, aux_outputs = model(x)
loss1 = criterion(outputs, y)  # expect: clean
loss2 = criterion(aux_outputs, y)  # expect: clean
loss = loss1 + 0.4 * loss2
loss.backward()
