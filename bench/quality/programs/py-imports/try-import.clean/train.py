try:
    import apex
    from apex.optimizers import FusedAdam as Adam
except ImportError:
    from torch.optim import Adam

try:
    from fast import Head
except ImportError as e:
    raise SystemExit('build the extension first') from e

import torch
import torch.nn.functional as F

head = Head(64, 11)
opt = Adam(head.parameters(), lr=1e-3)
for i in range(3):
    x, y = torch.randn(5, 64), torch.randint(0, 11, (5,))
    loss = F.cross_entropy(head(x), y)  # expect: clean
    opt.zero_grad()
    loss.backward()
    opt.step()
