import torch
import torch.nn as nn
import torch.nn.functional as F


class DynamicMLP(nn.Module):
    def __init__(self, sizes, hidden_fn='relu', final_fn=None):
        super().__init__()
        self.linears = nn.ModuleList([nn.Linear(i, o) for i, o in zip(sizes, sizes[1:])])
        self.hidden_fn = getattr(F, hidden_fn)
        self.final_fn = final_fn and getattr(torch, final_fn)

    def forward(self, x):
        *hidden, last = self.linears
        for linear in hidden:
            x = self.hidden_fn(linear(x))
        x = last(x)
        return self.final_fn(x) if self.final_fn else x


net = DynamicMLP([9, 27, 1], hidden_fn='elu', final_fn='sigmoid')
criterion = nn.BCEWithLogitsLoss()
opt = torch.optim.RMSprop(net.parameters())
for i in range(5):
    x = torch.randn(12, 9)
    y = (x.norm(dim=1, keepdim=True) > 3).float()
    loss = criterion(net(x), y)  # expect: probabilities-as-logits
    opt.zero_grad()
    loss.backward()
    opt.step()
