import torch
import torch.nn as nn
from torch.utils.data import Dataset, DataLoader


class ChurnDataset(Dataset):
    def __init__(self, n=256, d=11):
        g = torch.Generator().manual_seed(0)
        self.X = torch.randn(n, d, generator=g)
        self.y = (self.X[:, 0] + self.X[:, 3] > 0).float()

    def __len__(self):
        return len(self.y)

    def __getitem__(self, i):
        return self.X[i], self.y[i]


class ANN(nn.Module):
    def __init__(self, input_dim=11, output_dim=1):
        super(ANN, self).__init__()
        self.fc1 = nn.Linear(input_dim, 64)
        self.fc2 = nn.Linear(64, 64)
        self.fc3 = nn.Linear(64, 32)
        self.output_layer = nn.Linear(32, output_dim)
        self.dropout = nn.Dropout(0.15)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        x = self.dropout(torch.relu(self.fc3(x)))
        x = self.output_layer(x)
        return x


torch.manual_seed(1)
model = ANN()
loss_fn = nn.BCELoss()  # binary cross-entropy
optimizer = torch.optim.Adam(model.parameters(), lr=0.001, weight_decay=0.001)
loader = DataLoader(ChurnDataset(), batch_size=32, shuffle=True)

for epoch in range(3):
    for batch_id, (x, y) in enumerate(loader):
        optimizer.zero_grad()
        out = model(x)
        loss = loss_fn(out.squeeze(), y)  # expect: logits-as-probabilities
        loss.backward()
        optimizer.step()
    print(epoch, loss.item())
