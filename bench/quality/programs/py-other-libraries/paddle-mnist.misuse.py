import paddle
import paddle.nn as nn
import paddle.nn.functional as F
from paddle.vision.transforms import ToTensor


class MyNet(nn.Layer):
    def __init__(self, num_classes=10):
        super().__init__()
        self.conv = nn.Conv2D(1, 20, 5)
        self.pool = nn.MaxPool2D(2, 2)
        self.fc = nn.Linear(20 * 12 * 12, num_classes)

    def forward(self, x):
        x = self.pool(F.relu(self.conv(x)))
        x = paddle.flatten(x, 1)
        x = self.fc(x)
        return F.softmax(x)


train_dataset = paddle.vision.datasets.MNIST(mode='train', transform=ToTensor())
train_loader = paddle.io.DataLoader(train_dataset, batch_size=64, shuffle=True)
model = MyNet()
optim = paddle.optimizer.Adam(parameters=model.parameters())
for batch_id, data in enumerate(train_loader()):
    x_data, y_data = data[0], data[1]
    predicts = model(x_data)
    loss = F.cross_entropy(predicts, y_data)  # expect: probabilities-as-logits
    acc = paddle.metric.accuracy(predicts, y_data)
    loss.backward()
    optim.step()
    optim.clear_grad()
