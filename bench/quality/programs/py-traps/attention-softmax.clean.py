import math
import torch
import torch.nn as nn
import torch.nn.functional as F


class SelfAttention(nn.Module):
    def __init__(self, d, heads=2):
        super().__init__()
        self.qkv = nn.Linear(d, 3 * d)
        self.heads = heads
        self.softmax = nn.Softmax(dim=-1)

    def forward(self, x):
        b, n, d = x.shape
        q, k, v = self.qkv(x).reshape(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        att = self.softmax(q @ k.transpose(-2, -1) / math.sqrt(d // self.heads))
        return (att @ v).transpose(1, 2).reshape(b, n, d)


class AttentionClassifier(nn.Module):
    def __init__(self, d=32, classes=4):
        super().__init__()
        self.att = SelfAttention(d)
        self.pool = nn.Linear(d, 1)
        self.fc = nn.Linear(d, classes)

    def forward(self, x):
        x = x + self.att(x)
        weights = F.softmax(self.pool(x), dim=1)
        context = torch.bmm(weights.transpose(1, 2), x).squeeze(1)
        return self.fc(context), weights


model = AttentionClassifier()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters())
for i in range(3):
    x, y = torch.randn(5, 12, 32), torch.randint(4, (5,))
    scores, alphas = model(x)
    loss = criterion(scores, y)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
