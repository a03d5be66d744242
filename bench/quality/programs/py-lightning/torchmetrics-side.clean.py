import lightning.pytorch as pl
import torch
import torchmetrics
from torch import nn


class Bird(pl.LightningModule):
    def __init__(self, n=200):
        super().__init__()
        self.fc = nn.Linear(512, n)
        self.criterion = nn.CrossEntropyLoss(label_smoothing=0.1)
        self.softmax = nn.Softmax(dim=-1)
        self.auroc = torchmetrics.AUROC(task='multiclass', num_classes=n)
        self.acc = torchmetrics.Accuracy(task='multiclass', num_classes=n)

    def forward(self, x):
        return self.fc(x)

    def _step(self, batch, name):
        x, y = batch
        out = self(x)
        loss = self.criterion(out, y)  # expect: clean
        probs = self.softmax(out)
        self.log_dict({f'{name}/loss': loss, f'{name}/acc': self.acc(probs, y), f'{name}/auroc': self.auroc(probs, y)})
        return loss

    def training_step(self, batch, _):
        return self._step(batch, 'train')

    def validation_step(self, batch, _):
        self._step(batch, 'val')
