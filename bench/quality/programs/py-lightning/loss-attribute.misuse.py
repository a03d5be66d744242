import lightning as L
import torch
import torch.nn as nn


class Classifier(L.LightningModule):
    def __init__(self, n_features, n_classes, lr=1e-3):
        super().__init__()
        self.save_hyperparameters()
        self.hidden = nn.Linear(n_features, 100)
        self.out = nn.Linear(100, n_classes)
        self.softmax = nn.Softmax(dim=1)
        self.loss_fn = nn.CrossEntropyLoss()

    def forward(self, x):
        x = torch.relu(self.hidden(x))
        return self.softmax(self.out(x))

    def training_step(self, batch, batch_idx):
        x, y = batch
        y_hat = self(x)
        loss = self.loss_fn(y_hat, y)  # expect: probabilities-as-logits
        self.log("train_loss", loss)
        return loss

    def predict_step(self, batch, batch_idx):
        return self.softmax(self(batch[0]))

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.hparams.lr)
        return {"optimizer": optimizer, "lr_scheduler": torch.optim.lr_scheduler.StepLR(optimizer, 10)}
