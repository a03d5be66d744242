import torch
import torch.nn as nn


class Encoder(nn.Module):
    def __init__(self, d_in, d_model):
        super().__init__()
        self.proj = nn.Linear(d_in, d_model)
        layer = nn.TransformerEncoderLayer(d_model, nhead=2, dim_feedforward=64, batch_first=True)
        self.enc = nn.TransformerEncoder(layer, num_layers=1)

    def forward(self, x):
        return self.enc(self.proj(x))


class ClassificationHead(nn.Module):
    def __init__(self, d_model, n_classes):
        super().__init__()
        self.norm = nn.LayerNorm(d_model)
        self.out = nn.Linear(d_model, n_classes)

    def forward(self, x):
        x = self.out(self.norm(x[:, 0]))
        return x


class GestureTransformer(nn.Module):
    def __init__(self, d_in=21, d_model=32, n_classes=9):
        super().__init__()
        self.encoder = Encoder(d_in, d_model)
        self.head = ClassificationHead(d_model, n_classes)

    def forward(self, x):
        features = self.encoder(x)
        return self.head(features)


model = GestureTransformer()
loss_func = nn.CrossEntropyLoss()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
for i in range(3):
    clip, gesture = torch.randn(4, 30, 21), torch.randint(0, 9, (4,))
    pred = model(clip)
    loss = loss_func(pred, gesture)  # expect: clean
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
