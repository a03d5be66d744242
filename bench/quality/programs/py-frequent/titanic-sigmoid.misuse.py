# Titanic survival, baseline network
import pandas as pd
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

df = pd.read_csv('../input/titanic/train.csv')
df['Age'] = df['Age'].fillna(df['Age'].median())
df['Sex'] = (df['Sex'] == 'female').astype(int)
features = ['Pclass', 'Sex', 'Age', 'SibSp', 'Parch', 'Fare']
X = torch.tensor(df[features].values, dtype=torch.float32)
y = torch.tensor(df['Survived'].values, dtype=torch.float32)


class TitanicNet(nn.Module):
    def __init__(self, n_features):
        super().__init__()
        self.fc1 = nn.Linear(n_features, 32)
        self.bn = nn.BatchNorm1d(32)
        self.fc2 = nn.Linear(32, 16)
        self.out = nn.Linear(16, 1)
        self.relu = nn.ReLU()
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        x = self.relu(self.bn(self.fc1(x)))
        x = self.relu(self.fc2(x))
        x = self.out(x)
        return self.sigmoid(x)


net = TitanicNet(len(features))
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(net.parameters(), lr=3e-3, weight_decay=1e-4)
loader = DataLoader(TensorDataset(X, y), batch_size=32, shuffle=True)

for epoch in range(50):
    running = 0.0
    for xb, yb in loader:
        optimizer.zero_grad()
        pred = net(xb)
        loss = criterion(pred, yb.unsqueeze(1))  # expect: probabilities-as-logits
        loss.backward()
        optimizer.step()
        running += loss.item() * xb.size(0)
    print(f'epoch {epoch:3d}  loss {running / len(X):.4f}')

test = pd.read_csv('../input/titanic/test.csv')
