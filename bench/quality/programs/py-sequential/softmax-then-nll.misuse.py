import torch
import torch.nn as nn

# gated two-layer network on tf-idf rows
net = nn.Sequential(
    nn.Linear(500, 64),
    nn.Tanh(),
    nn.Dropout(p=0.2),
    nn.Linear(64, 20),
    nn.Sigmoid(),
)
loss = torch.nn.NLLLoss()
optim = torch.optim.Adam(params=net.parameters(), lr=0.005)
losses = []
for epoch in range(4):
    tfidf = torch.rand(32, 500)
    group = torch.randint(20, size=(32,))
    optim.zero_grad()
    l = loss(net(tfidf), group)  # expect: probabilities-as-log-probabilities
    l.backward()
    optim.step()
    losses.append(l.item())
print(min(losses))
