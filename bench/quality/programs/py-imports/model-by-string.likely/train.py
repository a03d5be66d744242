import argparse

import torch
from torch import nn

from models import MODELS, get_model


def train(model, steps, device):
    criterion = nn.CrossEntropyLoss().to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    for step in range(steps):
        x = torch.rand(4, 3, 32, 32, device=device)
        y = torch.randint(0, 10, (4,), device=device)
        outputs = model(x)
        loss = criterion(outputs, y)  # expect: probabilities-as-logits likely
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--model', choices=sorted(MODELS), default='lenet')
    parser.add_argument('--steps', type=int, default=3)
    opt = parser.parse_args()
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    train(get_model(opt.model, 10).to(device), opt.steps, device)
