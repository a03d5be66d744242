import torch
import torch.nn as nn
import torch.nn.functional as F


class PointerNet(nn.Module):
    def __init__(self, d=20):
        super().__init__()
        self.w1 = nn.Linear(d, d, bias=False)
        self.w2 = nn.Linear(d, d, bias=False)
        self.vt = nn.Linear(d, 1, bias=False)

    def forward(self, encoded, query):
        u = self.vt(torch.tanh(self.w1(encoded) + self.w2(query).unsqueeze(1))).squeeze(-1)
        return F.softmax(u, dim=1)


net = PointerNet()
nll = nn.NLLLoss()
opt = torch.optim.Adam(net.parameters())
for i in range(4):
    encoded, query = torch.randn(5, 9, 20), torch.randn(5, 20)
    where = torch.randint(0, 9, (5,))
    pointers = net(encoded, query)
    loss = nll(pointers, where)  # expect: probabilities-as-log-probabilities
    opt.zero_grad()
    loss.backward()
    opt.step()
