import torch

from lib.fcn import FCN
from lib.losses import cross_entropy2d

model = FCN(n_classes=5)
optimizer = torch.optim.SGD(model.parameters(), lr=1e-5, momentum=0.99, weight_decay=5e-4)
for i in range(2):
    images = torch.rand(2, 3, 16, 16)
    labels = torch.randint(0, 5, (2, 16, 16))
    labels[:, 0] = 250
    optimizer.zero_grad()
    outputs = model(images)
    loss = cross_entropy2d(outputs, labels)  # or here
    loss.backward()
    optimizer.step()
