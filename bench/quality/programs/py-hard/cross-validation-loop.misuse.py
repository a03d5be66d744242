import torch
import torch.nn as nn

X, Y = torch.randn(90, 7), torch.randint(0, 3, (90,))


def make(hidden):
    return nn.Sequential(nn.Linear(7, hidden), nn.ReLU(), nn.Linear(hidden, 3), nn.Softmax(1))


candidates = {f'mlp{h}': (lambda h=h: make(h)) for h in (8, 16)}
criterion = nn.CrossEntropyLoss()
scores = {}
for name, factory in candidates.items():
    folds = torch.randperm(90).chunk(3)
    for k, held_out in enumerate(folds):
        train_idx = torch.cat([f for j, f in enumerate(folds) if j != k])
        net = factory()
        opt = torch.optim.Adam(net.parameters(), lr=0.05)
        for _ in range(5):
            opt.zero_grad()
            loss = criterion(net(X[train_idx]), Y[train_idx])  # expect: probabilities-as-logits
            loss.backward()
            opt.step()
        with torch.no_grad():
            scores.setdefault(name, []).append((net(X[held_out]).argmax(1) == Y[held_out]).float().mean().item())
print(scores)
