import torch
import torch.nn as nn


class Experiment:
    model_cls = None
    criterion_cls = nn.CrossEntropyLoss
    optimizer_cls = torch.optim.SGD
    lr = 0.1

    def run(self, n=5):
        model = self.model_cls()
        criterion = self.criterion_cls()
        optimizer = self.optimizer_cls(model.parameters(), lr=self.lr)
        for x, y in self.data(n):
            optimizer.zero_grad()
            loss = criterion(model(x), y)  # expect: clean
            loss.backward()
            optimizer.step()
        return loss.item()


class Blobs(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 3)

    def forward(self, x):
        return self.fc(x)


class BlobsExperiment(Experiment):
    model_cls = Blobs

    def data(self, n):
        centres = torch.tensor([[0., 4.], [4., 0.], [-4., 0.]])
        for _ in range(n):
            y = torch.randint(0, 3, (30,))
            yield centres[y] + torch.randn(30, 2), y


print(BlobsExperiment().run())
