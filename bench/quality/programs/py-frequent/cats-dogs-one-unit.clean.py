import os
import torch
import torch.nn as nn
import torch.optim as optim
from torchvision import datasets, transforms
from tqdm import tqdm

IMG_SIZE = 50
BATCH_SIZE = 100
EPOCHS = 3


class CatDogNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 5)
        self.conv2 = nn.Conv2d(32, 64, 5)
        self.pool = nn.AdaptiveAvgPool2d((2, 2))
        self.fc1 = nn.Linear(64 * 2 * 2, 512)
        self.fc2 = nn.Linear(512, 2)

    def forward(self, x):
        x = nn.functional.max_pool2d(nn.functional.relu(self.conv1(x)), (2, 2))
        x = nn.functional.max_pool2d(nn.functional.relu(self.conv2(x)), (2, 2))
        x = self.pool(x)
        x = x.view(-1, 64 * 2 * 2)
        x = nn.functional.relu(self.fc1(x))
        return self.fc2(x)


net = CatDogNet()
train_data = datasets.ImageFolder(os.path.join('PetImages', 'train'), transforms.Compose([
    transforms.Resize((IMG_SIZE, IMG_SIZE)), transforms.ToTensor()]))
train_loader = torch.utils.data.DataLoader(train_data, batch_size=BATCH_SIZE, shuffle=True)
optimizer = optim.Adam(net.parameters(), lr=0.001)
loss_function = nn.CrossEntropyLoss()

for epoch in range(EPOCHS):
    for batch_X, batch_y in tqdm(train_loader):
        net.zero_grad()
        outputs = net(batch_X)
        loss = loss_function(outputs, batch_y)  # expect: clean
        loss.backward()
        optimizer.step()
    print(f"Epoch: {epoch}. Loss: {loss}")
