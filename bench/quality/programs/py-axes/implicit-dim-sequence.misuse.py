import torch
import torch.nn as nn


class Tagger(nn.Module):
    def __init__(self, vocab=100, tags=9):
        super(Tagger, self).__init__()
        self.emb = nn.Embedding(vocab, 16)
        self.lstm = nn.LSTM(16, 16, batch_first=True)
        self.fc = nn.Linear(16, tags)
        self.softmax = nn.LogSoftmax()

    def forward(self, x):
        h, _ = self.lstm(self.emb(x))
        return self.softmax(self.fc(h))


tagger = Tagger()
nll = nn.NLLLoss()
opt = torch.optim.SGD(tagger.parameters(), lr=0.1)
for i in range(2):
    words, tags = torch.randint(0, 100, (4, 11)), torch.randint(0, 9, (4, 11))
    log_p = tagger(words)
    loss = nll(log_p.view(-1, 9), tags.view(-1))  # expect: wrong-softmax-axis
    opt.zero_grad()
    loss.backward()
    opt.step()
