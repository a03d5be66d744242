import torch
from torch import nn, optim
from torch.nn import functional as F


class ModelWithTemperature(nn.Module):
    def __init__(self, model):
        super(ModelWithTemperature, self).__init__()
        self.model = model
        self.temperature = nn.Parameter(torch.ones(1) * 1.5)

    def forward(self, input):
        return self.temperature_scale(self.model(input))

    def temperature_scale(self, logits):
        return logits / self.temperature.unsqueeze(1).expand(logits.size(0), logits.size(1))

    def set_temperature(self, batches):
        nll_criterion = nn.CrossEntropyLoss()
        logits = torch.cat([self.model(x).detach() for x, _ in batches])
        labels = torch.cat([y for _, y in batches])
        before = nll_criterion(logits, labels).item()  # expect: clean
        optimizer = optim.LBFGS([self.temperature], lr=0.01, max_iter=20)

        def closure():
            optimizer.zero_grad()
            loss = nll_criterion(self.temperature_scale(logits), labels)  # expect: clean
            loss.backward()
            return loss

        optimizer.step(closure)
        confidences = F.softmax(self.temperature_scale(logits), dim=1).max(1)[0]
        print(before, confidences.mean().item())
        return self


net = nn.Sequential(nn.Linear(12, 6))
ModelWithTemperature(net).set_temperature([(torch.randn(10, 12), torch.randint(0, 6, (10,)))])
