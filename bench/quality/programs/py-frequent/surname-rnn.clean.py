import random
import time
import math
import torch
import torch.nn as nn

n_letters, n_hidden, n_categories = 57, 128, 18


class RNN(nn.Module):
    def __init__(self, input_size, hidden_size, output_size):
        super(RNN, self).__init__()
        self.hidden_size = hidden_size
        self.i2h = nn.Linear(input_size + hidden_size, hidden_size)
        self.i2o = nn.Linear(input_size + hidden_size, output_size)
        self.softmax = nn.LogSoftmax(dim=1)

    def forward(self, input, hidden):
        combined = torch.cat((input, hidden), 1)
        hidden = self.i2h(combined)
        output = self.i2o(combined)
        output = self.softmax(output)
        return output, hidden

    def initHidden(self):
        return torch.zeros(1, self.hidden_size)


rnn = RNN(n_letters, n_hidden, n_categories)
criterion = nn.NLLLoss()
learning_rate = 0.005


def train(category_tensor, line_tensor):
    hidden = rnn.initHidden()
    rnn.zero_grad()
    for i in range(line_tensor.size()[0]):
        output, hidden = rnn(line_tensor[i], hidden)
    loss = criterion(output, category_tensor)  # expect: clean
    loss.backward()
    for p in rnn.parameters():
        p.data.add_(p.grad.data, alpha=-learning_rate)
    return output, loss.item()


def randomExample():
    length = random.randint(3, 9)
    line = torch.zeros(length, 1, n_letters)
    for i in range(length):
        line[i][0][random.randrange(n_letters)] = 1
    return torch.tensor([random.randrange(n_categories)], dtype=torch.long), line


def timeSince(since):
    s = time.time() - since
    return '%dm %ds' % (math.floor(s / 60), s % 60)


start = time.time()
for iter in range(1, 41):
    category, line = randomExample()
    output, loss = train(category, line)
    if iter % 20 == 0:
        print('%d (%s) %.4f' % (iter, timeSince(start), loss))
