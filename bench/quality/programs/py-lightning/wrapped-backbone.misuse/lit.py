import pytorch_lightning as pl
import torch
from torch import nn


class LitModel(pl.LightningModule):
    def __init__(self, backbone, criterion=None, lr=1e-3):
        super().__init__()
        self.backbone = backbone
        self.criterion = criterion or nn.CrossEntropyLoss()
        self.lr = lr

    def forward(self, x):
        return self.backbone(x)

    def training_step(self, batch, batch_idx):
        x, y = batch
        out = self.forward(x)
        loss = self.criterion(out, y)  # expect: probabilities-as-logits
        return loss

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), self.lr)
