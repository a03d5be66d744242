import torch
from monai.losses import DiceCELoss
from torch import nn


class Organs(nn.Module):
    def __init__(self, out_channels=4):
        super().__init__()
        self.body = nn.Conv3d(1, 8, 3, padding=1)
        self.out = nn.Conv3d(8, out_channels, 1)

    def forward(self, x):
        x = self.out(torch.relu(self.body(x)))
        return torch.softmax(x, dim=1)


net = Organs()
loss_function = DiceCELoss(to_onehot_y=True, softmax=True)
x, y = torch.rand(1, 1, 8, 8, 8), torch.randint(0, 4, (1, 1, 8, 8, 8))
loss = loss_function(net(x), y)  # expect: probabilities-as-logits
loss.backward()
