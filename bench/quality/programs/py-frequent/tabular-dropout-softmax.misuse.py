import torch, os
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, random_split, TensorDataset

torch.manual_seed(0)

class WineNet(nn.Module):

    def __init__(self):
        super(WineNet, self).__init__()
        self.fc1 = nn.Linear(13, 100)
        self.fc2 = nn.Linear(100, 100)
        self.fc3 = nn.Linear(100, 3)
        self.act = nn.ReLU()
        self.sm = nn.Softmax(dim=1)

    def forward(self, x):
        x = self.fc1(x)
        x = self.act(x)
        x = self.fc2(x)
        x = self.act(x)
        x = self.fc3(x)
        x = self.sm(x)
        return x

    def inference(self, x):
        # class probabilities for the report
        return self.sm(self.fc3(self.act(self.fc2(self.act(self.fc1(x))))))

data = TensorDataset(torch.randn(178, 13), torch.randint(0, 3, (178,)))
train_ds, test_ds = random_split(data, [140, 38])
net = WineNet()
loss = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(net.parameters(), lr=1.0e-3)
batch_size = 10

for epoch in range(4):
    for x_batch, y_batch in DataLoader(train_ds, batch_size, shuffle=True):
        optimizer.zero_grad()
        preds = net.forward(x_batch)
        loss_value = loss(preds, y_batch)  # expect: probabilities-as-logits
        loss_value.backward()
        optimizer.step()

    if epoch % 2 == 0:
        net.eval()
        X, y = next(iter(DataLoader(test_ds, len(test_ds))))
        test_preds = net.inference(X).argmax(dim=1)
        print((test_preds == y).float().mean())
        net.train()
