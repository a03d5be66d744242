import argparse
import torch
import torch.nn as nn

parser = argparse.ArgumentParser()
parser.add_argument('--normalise', action='store_true')
parser.add_argument('--hidden', type=int, default=50)
args = parser.parse_args()

layers = [nn.Linear(20, args.hidden), nn.ReLU(), nn.Linear(args.hidden, 4)]
if args.normalise:
    layers.append(nn.Softmax(dim=1))
model = nn.Sequential(*layers)

criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters())
for step in range(10):
    x, y = torch.randn(32, 20), torch.randint(0, 4, (32,))
    optimizer.zero_grad()
    loss = criterion(model(x), y)  # expect: probabilities-as-logits likely
    loss.backward()
    optimizer.step()
    print(step, loss.item())
