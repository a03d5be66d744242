import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0); N, D, C = 16, 5, 3
W = torch.randn(D, C, requires_grad=True); b = torch.zeros(C, requires_grad=True)
f = lambda x: x @ W \
    + b
for step in range(3):
    X = torch.randn(N, D); y = torch.randint(C, (N,))
    z = (
        f(X)
        .softmax(
            dim=1
        )
    )
    L = F.cross_entropy(  # expect: probabilities-as-logits
        z,
        y,
        reduction='mean',
    )
    L.backward()
    with torch.no_grad(): W -= .1 * W.grad; b -= .1 * b.grad; W.grad = None; b.grad = None
