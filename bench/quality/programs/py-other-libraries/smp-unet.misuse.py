import segmentation_models_pytorch as smp
import torch
from torch import nn


class RoadNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.mask = nn.Conv2d(8, 1, 1)

    def forward(self, x):
        return torch.sigmoid(self.mask(self.conv(x).relu()))


model = RoadNet()
bce = smp.losses.SoftBCEWithLogitsLoss(smooth_factor=0.1)
optimizer = torch.optim.Adam(model.parameters(), lr=3e-4)
for step in range(2):
    image = torch.rand(2, 3, 32, 32)
    road = torch.randint(0, 2, (2, 1, 32, 32)).float()
    pred = model(image)
    loss = bce(pred, road)  # expect: probabilities-as-logits
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
