import timm
import torch
from timm.loss import LabelSmoothingCrossEntropy
from torch import nn


class Leaf(nn.Module):
    def __init__(self, name='tf_efficientnet_b4_ns', n=5, pretrained=True):
        super().__init__()
        self.model = timm.create_model(name, pretrained=pretrained, num_classes=0)
        self.fc = nn.Linear(self.model.num_features, n)

    def forward(self, x):
        x = self.fc(self.model(x))
        return x


model = Leaf()
criterion = LabelSmoothingCrossEntropy(smoothing=0.05)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
for images, labels in [(torch.rand(2, 3, 380, 380), torch.tensor([0, 4]))]:
    preds = model(images)
    loss = criterion(preds, labels)  # expect: clean
    loss.backward()
    optimizer.step()
