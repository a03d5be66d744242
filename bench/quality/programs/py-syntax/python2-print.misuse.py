import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.autograd import Variable

class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.fc1 = nn.Linear(784, 100)
        self.fc2 = nn.Linear(100, 10)

    def forward(self, x):
        x = F.relu(self.fc1(x))
        return F.softmax(self.fc2(x))

model = Net()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)

def train(epoch, batches):
    for batch_idx, (data, target) in enumerate(batches):
        data, target = Variable(data.view(-1, 784)), Variable(target)
        optimizer.zero_grad()
        output = model(data)
        loss = F.nll_loss(output, target)  # expect: probabilities-as-log-probabilities
        loss.backward()
        optimizer.step()
        print 'epoch %d, loss %f' % (epoch, loss.data[0])

for epoch in xrange(1, 11):
    train(epoch, [])
