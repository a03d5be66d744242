import torch
import torch.nn as nn


class MLP(nn.Module):
    def __init__(self, sizes, hidden_act=nn.ReLU(), out_act=nn.Identity()):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:]))
        self.hidden_act = hidden_act
        self.out_act = out_act

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.hidden_act(layer(x))
        return self.out_act(self.layers[-1](x))


# multi-label tags of a photograph
tagger = MLP([512, 128, 20], hidden_act=nn.ELU())
bce = nn.BCEWithLogitsLoss(pos_weight=torch.full((20,), 4.0))
opt = torch.optim.Adam(tagger.parameters(), lr=1e-3)

for epoch in range(2):
    for _ in range(5):
        emb = torch.randn(16, 512)
        tags = (torch.rand(16, 20) < 0.1).float()
        scores = tagger(emb)
        loss = bce(scores, tags)  # expect: clean
        opt.zero_grad()
        loss.backward()
        opt.step()
    print(epoch, loss.item())
