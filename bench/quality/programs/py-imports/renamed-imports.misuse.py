import torch as th
from torch.nn import Linear as Dense, Module, CrossEntropyLoss as XEnt, Softmax as Act
import torch.nn.functional as tnf
from torch.optim import Adam as Opt


class Router(Module):
    def __init__(s, d, k):
        super().__init__()
        s.inp = Dense(d, d)
        s.mid = Dense(d, k)
        s.out = Act(1)

    def forward(s, v):
        return s.out(s.mid(tnf.relu(s.inp(v))))


r = Router(18, 4)
o = Opt(r.parameters(), lr=1e-3)
xent = XEnt()
for _ in range(6):
    v, t = th.randn(12, 18), th.randint(0, 4, (12,))
    e = xent(r(v), t)  # expect: probabilities-as-logits
    o.zero_grad(); e.backward(); o.step()
