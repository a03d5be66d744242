import torch
import torch.nn as nn
import torchvision.models as models


class SceneClassifier(nn.Module):
    def __init__(self, num_scenes):
        super().__init__()
        resnet = models.resnet18(pretrained=False)
        modules = list(resnet.children())[:-1]
        self.backbone = nn.Sequential(*modules)
        self.head = nn.Sequential(
            nn.Flatten(),
            nn.Linear(512, 128),
            nn.ReLU(),
            nn.Linear(128, num_scenes),
            nn.BatchNorm1d(num_scenes),
        )

    def forward(self, images):
        with torch.no_grad():
            features = self.backbone(images)
        return self.head(features)


scenes = SceneClassifier(6)
optimizer = torch.optim.Adam(scenes.head.parameters())
criterion = torch.nn.CrossEntropyLoss()
for i in range(2):
    image, label = torch.rand(4, 3, 64, 64), torch.randint(0, 6, (4,))
    loss = criterion(scenes(image), label)  # expect: clean
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
