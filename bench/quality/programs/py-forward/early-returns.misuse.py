import torch
import torch.nn as nn
import torch.nn.functional as F


class ConvOrLinear(nn.Module):
    def __init__(self, use_conv=True, classes=6):
        super().__init__()
        self.use_conv = use_conv
        self.conv = nn.Conv2d(1, 4, 3, padding=1)
        self.fc_conv = nn.Linear(4 * 8 * 8, classes)
        self.fc_flat = nn.Linear(64, classes)

    def forward(self, x):
        if x.dim() == 3:
            x = x.unsqueeze(1)
        if not self.use_conv:
            flat = torch.flatten(x, 1)
            return torch.softmax(self.fc_flat(flat), dim=1)
        x = F.relu(self.conv(x))
        x = x.reshape(x.shape[0], -1)
        return torch.softmax(self.fc_conv(x), dim=1)


for flag in (True, False):
    net = ConvOrLinear(use_conv=flag)
    opt = torch.optim.SGD(net.parameters(), lr=0.05)
    for _ in range(3):
        x, y = torch.rand(10, 8, 8), torch.randint(6, (10,))
        out = net(x)
        loss = F.cross_entropy(out, y)  # expect: probabilities-as-logits
        opt.zero_grad()
        loss.backward()
        opt.step()
    print(flag, float(loss))
