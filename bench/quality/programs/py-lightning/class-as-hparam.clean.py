import pytorch_lightning as pl
import torch
from torch import nn


class GRUHead(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.gru = nn.GRU(n_in, 24, batch_first=True)
        self.fc = nn.Linear(24, n_out)

    def forward(self, x):
        out, h = self.gru(x)
        return self.fc(h.squeeze(0))


class LitSequence(pl.LightningModule):
    def __init__(self, net_cls, net_kwargs, loss_cls=nn.CrossEntropyLoss):
        super().__init__()
        self.net = net_cls(**net_kwargs)
        self.loss = loss_cls()

    def training_step(self, batch, batch_idx):
        seqs, labels = batch['seq'], batch['label']
        return self.loss(self.net(seqs), labels)  # expect: clean


lit = LitSequence(GRUHead, {'n_in': 5, 'n_out': 4})
print(lit.training_step({'seq': torch.randn(3, 7, 5), 'label': torch.tensor([0, 3, 1])}, 0))
