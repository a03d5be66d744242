import torch
import pytorch_lightning as pl
from torch.utils.data import DataLoader, TensorDataset

from backbone import TabBackbone
from lit import LitModel

pl.seed_everything(1234)
loader = DataLoader(TensorDataset(torch.randn(60, 30), torch.randint(0, 3, (60,))), batch_size=20)
pl.Trainer(max_epochs=2, logger=False).fit(LitModel(TabBackbone()), loader)
