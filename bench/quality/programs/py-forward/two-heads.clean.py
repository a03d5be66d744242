import torch
from torch import nn


class PetNet(nn.Module):
    """Species and age group from one embedding."""

    def __init__(self, dim=128):
        super().__init__()
        self.shared = nn.Sequential(nn.Linear(dim, 64), nn.ReLU(), nn.Dropout(0.2))
        self.species = nn.Linear(64, 12)
        self.age = nn.Linear(64, 3)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, e):
        h = self.shared(e)
        return self.species(h), self.age(h)


def step(net, optimizer, criterion, e, species, age):
    out_species, out_age = net(e)
    loss_species = criterion(out_species, species)  # expect: clean
    loss_age = criterion(out_age, age)  # expect: clean
    loss = loss_species + 0.3 * loss_age
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


if __name__ == '__main__':
    net = PetNet()
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    ce = nn.CrossEntropyLoss()
    for i in range(10):
        print(i, step(net, opt, ce, torch.randn(8, 128), torch.randint(12, (8,)), torch.randint(3, (8,))))
