import torch
import torch.nn as nn

ACTIVATIONS = nn.ModuleDict({
    'relu': nn.ReLU(),
    'softmax': nn.Softmax(dim=-1),
    'logsoftmax': nn.LogSoftmax(dim=-1),
    'none': nn.Identity(),
})


class Block(nn.Module):
    def __init__(self, a, b, act):
        super().__init__()
        self.linear = nn.Linear(a, b)
        self.act = ACTIVATIONS[act]

    def forward(self, x):
        return self.act(self.linear(x))


net = nn.Sequential(Block(6, 12, 'relu'), Block(12, 4, 'logsoftmax'))
loss_fn = nn.NLLLoss()
opt = torch.optim.Adam(net.parameters())
for i in range(5):
    x, y = torch.randn(8, 6), torch.randint(4, (8,))
    loss = loss_fn(net(x), y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
