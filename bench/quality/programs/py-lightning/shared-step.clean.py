import pytorch_lightning as pl
import torch
from torch import nn, optim
import torch.nn.functional as F


class CTScan(pl.LightningModule):
    def __init__(self, filters=8):
        super().__init__()
        self.net = nn.Sequential(nn.Conv2d(1, filters, 3, padding=1), nn.ReLU(), nn.Conv2d(filters, 1, 1))

    def forward(self, x):
        return self.net(x)

    def shared_step(self, batch, stage):
        image, mask = batch
        logits_mask = self.forward(image)
        loss = F.binary_cross_entropy_with_logits(logits_mask, mask)  # expect: clean
        self.log(f'{stage}_loss', loss)
        return {'loss': loss, 'iou': self.iou(logits_mask, mask)}

    @staticmethod
    def iou(scores, mask):
        pred = (scores > 0).float()
        return (pred * mask).sum() / (pred + mask).clamp(max=1).sum()

    def training_step(self, batch, batch_idx):
        return self.shared_step(batch, 'train')

    def validation_step(self, batch, batch_idx):
        return self.shared_step(batch, 'valid')

    def configure_optimizers(self):
        return optim.Adam(self.parameters(), lr=1e-3)


model = CTScan()
model.log = lambda *a, **k: None
print(model.training_step((torch.rand(2, 1, 16, 16), torch.randint(0, 2, (2, 1, 16, 16)).float()), 0))
