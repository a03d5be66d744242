import torch
import torch.nn as nn

LOSSES = {
    'ce': nn.CrossEntropyLoss(),
    'nll': nn.NLLLoss(),
    'bce': nn.BCEWithLogitsLoss(),
}


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(40, 80)
        self.fc2 = nn.Linear(80, 5)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        return torch.log_softmax(self.fc2(x), dim=1)


def main(loss_name='nll'):
    model = Classifier()
    criterion = LOSSES[loss_name]
    optimizer = torch.optim.Adam(model.parameters())
    for i in range(10):
        x = torch.randn(20, 40)
        y = torch.randint(5, (20,))
        loss = criterion(model(x), y)  # expect: log-probabilities-as-logits
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


main(loss_name='ce')
