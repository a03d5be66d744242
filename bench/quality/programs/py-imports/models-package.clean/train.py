import argparse

import torch
import torch.nn as nn
from torchvision import datasets, transforms

from models import ResNet18


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--data', default='./data')
    parser.add_argument('--epochs', type=int, default=2)
    args = parser.parse_args()

    dataset = datasets.CIFAR10(args.data, train=True, download=True, transform=transforms.ToTensor())
    loader = torch.utils.data.DataLoader(dataset, batch_size=64, shuffle=True)
    net = ResNet18()
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    for epoch in range(args.epochs):
        for i, (images, labels) in enumerate(loader):
            optimizer.zero_grad()
            outputs = net(images)
            loss = criterion(outputs, labels)  # expect: clean
            loss.backward()
            optimizer.step()


if __name__ == '__main__':
    main()
