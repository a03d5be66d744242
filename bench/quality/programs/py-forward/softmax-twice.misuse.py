import torch
import torch.nn as nn
import torch.nn.functional as F


class SignNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, stride=4)
        self.fc = nn.Linear(8 * 8 * 8, 43)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        x = F.relu(self.conv(x))
        x = self.fc(x.view(x.size(0), -1))
        return self.softmax(x)


model = SignNet()
optimizer = torch.optim.Adam(model.parameters())

for step in range(4):
    images, signs = torch.rand(6, 3, 32, 32), torch.randint(0, 43, (6,))
    output = model(images)
    log_probs = F.log_softmax(output, dim=1)
    loss = F.nll_loss(log_probs, signs)  # expect: double-activation
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
