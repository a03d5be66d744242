import torch
import torch.nn as nn


class ConvNet(nn.Module):
    def __init__(self, in_ch, n_out, act_layer=nn.ReLU(), out_layer=nn.Sigmoid()):
        super().__init__()
        self.conv = nn.Conv2d(in_ch, 8, 3)
        self.act = act_layer
        self.fc = nn.Linear(8, n_out)
        self.out = out_layer

    def forward(self, x):
        x = self.act(self.conv(x)).mean(dim=(2, 3))
        x = self.fc(x)
        if self.out is not None:
            x = self.out(x)
        return x


model = ConvNet(3, 14, nn.GELU())
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)
for i in range(3):
    x, y = torch.rand(4, 3, 16, 16), torch.randint(0, 2, (4, 14)).float()
    loss = criterion(model(x), y)  # expect: probabilities-as-logits
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
