import torch as t
import torch.nn as nn


class Perceptron(nn.Module):

    def __init__(self, inputs, outputs):
        super(Perceptron, self).__init__()
        self.w1 = nn.Parameter(t.randn(inputs, 30) * 0.1)
        self.b1 = nn.Parameter(t.zeros(30))
        self.w2 = nn.Parameter(t.randn(30, outputs) * 0.1)
        self.b2 = nn.Parameter(t.zeros(outputs))

    def forward(self, X):
        hidden = t.sigmoid(t.matmul(X, self.w1) + self.b1)
        out = t.matmul(hidden, self.w2) + self.b2
        return out


perceptron = Perceptron(10, 4)
lossFn = nn.CrossEntropyLoss(reduction='sum')
opt = t.optim.SGD(perceptron.parameters(), lr=1e-2)

X = t.randn(50, 10)
Y = t.randint(0, 4, (50,))
for i in range(100):
    Yh = perceptron.forward(X)
    L = lossFn(Yh, Y)  # expect: clean
    opt.zero_grad()
    L.backward()
    opt.step()
print(L)
