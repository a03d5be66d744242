import torch
import torch.nn as nn


class BagOfWords(nn.Module):
    def __init__(self, vocab, classes):
        super().__init__()
        self.emb = nn.EmbeddingBag(vocab, 32, mode='mean')
        self.fc = nn.Linear(32, classes)

    def forward(self, tokens, offsets):
        logits = self.fc(self.emb(tokens, offsets))
        probas = torch.softmax(logits, dim=1)
        return logits, probas


torch.manual_seed(7)
net = BagOfWords(1000, 4)
loss_fn = torch.nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=5.0)


def minibatches(n):
    for _ in range(n):
        lengths = torch.randint(3, 12, (8,))
        offsets = torch.cat([torch.tensor([0]), lengths.cumsum(0)[:-1]])
        yield torch.randint(0, 1000, (int(lengths.sum()),)), offsets, torch.randint(0, 4, (8,))


for epoch in range(2):
    hits = seen = 0
    for text, offsets, label in minibatches(10):
        optimizer.zero_grad()
        logits, probas = net(text, offsets)
        cost = loss_fn(probas, label)  # expect: probabilities-as-logits
        cost.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 0.1)
        optimizer.step()
        hits += (probas.argmax(1) == label).sum().item()
        seen += label.size(0)
    print('epoch', epoch, 'accuracy', hits / seen)
