import torch
import torch.nn as nn

digits = 4
heads = nn.ModuleList(nn.Linear(32, 10) for _ in range(digits))
softmax = nn.Softmax(dim=1)
criterion = nn.CrossEntropyLoss()
opt = torch.optim.Adam(heads.parameters())
for i in range(3):
    features = torch.randn(6, 32)
    captcha = torch.randint(0, 10, (6, digits))
    outputs = [softmax(head(features)) for head in heads]
    loss = sum(criterion(o, captcha[:, i]) for i, o in enumerate(outputs))  # expect: probabilities-as-logits
    opt.zero_grad()
    loss.backward()
    opt.step()
