from collections import OrderedDict

import torch
from torch import nn, optim
from torchvision import datasets, models, transforms


def build_classifier(hidden_units, n_flowers=102):
    model = models.vgg16(pretrained=True)
    for p in model.parameters():
        p.requires_grad = False
    model.classifier = nn.Sequential(OrderedDict([
        ('fc1', nn.Linear(25088, hidden_units)),
        ('relu', nn.ReLU()),
        ('dropout', nn.Dropout(0.5)),
        ('fc2', nn.Linear(hidden_units, n_flowers)),
        ('output', nn.LogSoftmax(dim=1)),
    ]))
    return model


model = build_classifier(4096)
criterion = nn.NLLLoss()
optimizer = optim.Adam(model.classifier.parameters(), lr=0.001)

train_transforms = transforms.Compose([transforms.RandomRotation(30), transforms.RandomResizedCrop(224), transforms.ToTensor()])
train_data = datasets.ImageFolder('flowers/train', transform=train_transforms)
trainloader = torch.utils.data.DataLoader(train_data, batch_size=64, shuffle=True)
device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
model.to(device)

steps, running_loss, print_every = 0, 0, 40
for epoch in range(3):
    for inputs, labels in trainloader:
        steps += 1
        inputs, labels = inputs.to(device), labels.to(device)
        optimizer.zero_grad()
        logps = model.forward(inputs)
        loss = criterion(logps, labels)  # expect: clean
        loss.backward()
        optimizer.step()
        running_loss += loss.item()
        if steps % print_every == 0:
            print(f"Epoch {epoch+1}.. Train loss: {running_loss/print_every:.3f}")
            running_loss = 0
