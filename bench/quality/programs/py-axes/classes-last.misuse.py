import torch
import torch.nn as nn


class NER(nn.Module):
    def __init__(self, vocab=50, labels=7):
        super().__init__()
        self.emb = nn.Embedding(vocab, 24)
        self.rnn = nn.GRU(24, 24, batch_first=True, bidirectional=True)
        self.fc = nn.Linear(48, labels)

    def forward(self, tokens):
        h, _ = self.rnn(self.emb(tokens))
        return self.fc(h)


ner = NER()
criterion = nn.CrossEntropyLoss()
tokens = torch.randint(0, 50, (2, 5))
labels = torch.randint(0, 7, (2, 5))
scores = ner(tokens)
loss = criterion(scores, labels)  # expect: wrong-class-axis
loss.backward()
