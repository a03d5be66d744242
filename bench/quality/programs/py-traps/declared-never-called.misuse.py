import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(784, 512)
        self.fc2 = nn.Linear(512, 10)
        self.droput = nn.Dropout(0.2)
        self.softmax = nn.Softmax(dim=1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        x = x.view(-1, 784)
        x = torch.relu(self.fc1(x))
        x = self.droput(x)
        x = self.fc2(x)
        return self.softmax(x)  # not self.sigmoid


model = Net()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
for i in range(2):
    data, target = torch.rand(20, 1, 28, 28), torch.randint(0, 10, (20,))
    optimizer.zero_grad()
    output = model(data)
    loss = criterion(output, target)  # expect: probabilities-as-logits
    loss.backward()
    optimizer.step()
