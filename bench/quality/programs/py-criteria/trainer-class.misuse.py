import os
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self, in_dim, n_hidden, out_dim):
        super().__init__()
        self.layer = nn.Sequential(nn.Linear(in_dim, n_hidden), nn.ReLU(True), nn.Linear(n_hidden, out_dim))

    def forward(self, x):
        return nn.functional.softmax(self.layer(x), dim=1)


class Trainer:
    def __init__(self, model, lr=1e-3, device='cpu', save_dir='checkpoints'):
        self.model = model.to(device)
        self.loss = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=lr)
        self.device = device
        self.save_dir = save_dir
        self.best = float('inf')

    def step(self, batch):
        x, y = (t.to(self.device) for t in batch)
        self.optimizer.zero_grad()
        out = self.model(x)
        loss = self.loss(out, y)  # expect: probabilities-as-logits
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def fit(self, loader, epochs):
        for epoch in range(epochs):
            self.model.train()
            mean = sum(self.step(batch) for batch in loader) / len(loader)
            print(f'[{epoch + 1}/{epochs}] {mean:.4f}')
            self.best = min(self.best, mean)

    def save(self):
        os.makedirs(self.save_dir, exist_ok=True)
        torch.save(self.model.state_dict(), os.path.join(self.save_dir, 'last.pth'))


if __name__ == '__main__':
    loader = [(torch.randn(8, 10), torch.randint(0, 3, (8,))) for _ in range(5)]
    Trainer(Net(10, 20, 3)).fit(loader, 2)
