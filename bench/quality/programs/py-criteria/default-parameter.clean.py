import torch
import torch.nn as nn


class PoseNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(34, 48, batch_first=True)
        self.fc = nn.Linear(48, 6)
        self.act = nn.LogSoftmax(dim=1)

    def forward(self, seq):
        _, h = self.gru(seq)
        return self.act(self.fc(h[-1]))


def train_one_epoch(model, batches, optimizer, criterion=nn.NLLLoss(), clip=None):
    total = 0.
    for seq, label in batches:
        optimizer.zero_grad()
        loss = criterion(model(seq), label)  # expect: clean
        loss.backward()
        if clip is not None:
            nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()
        total += loss.detach()
    return total / len(batches)


net = PoseNet()
opt = torch.optim.Adam(net.parameters(), 1e-3)
batches = [(torch.randn(4, 25, 34), torch.randint(0, 6, (4,))) for _ in range(4)]
print(train_one_epoch(net, batches, opt, clip=1.0))
