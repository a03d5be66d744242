import torch
from torch.utils.data import DataLoader, TensorDataset
from engine import evaluate, train_one_epoch
from mixer import Mixer

device = torch.device('cpu')
data = TensorDataset(torch.randn(40, 16, 24), torch.randint(0, 10, (40,)))
loader = DataLoader(data, batch_size=8)
model = Mixer().to(device)
criterion = torch.nn.CrossEntropyLoss(label_smoothing=0.05)
optimizer = torch.optim.AdamW(model.parameters())
for epoch in range(2):
    train_one_epoch(model, criterion, loader, optimizer, device, epoch, max_norm=1.0)
    print(epoch, evaluate(model, loader, device))
