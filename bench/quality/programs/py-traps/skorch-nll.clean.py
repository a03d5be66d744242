# skorch takes the logarithm itself when the criterion is NLLLoss, so the module returns probabilities.
import numpy as np
import torch
from skorch import NeuralNetClassifier
from sklearn.datasets import make_classification
from torch import nn

X, y = make_classification(1000, 20, n_informative=10, random_state=0)
X = X.astype(np.float32)
y = y.astype(np.int64)


class MyModule(nn.Module):
    def __init__(self, num_units=10, nonlin=nn.ReLU()):
        super().__init__()
        self.dense0 = nn.Linear(20, num_units)
        self.nonlin = nonlin
        self.output = nn.Linear(num_units, 2)
        self.softmax = nn.Softmax(dim=-1)

    def forward(self, X, **kwargs):
        return self.softmax(self.output(self.nonlin(self.dense0(X))))


net = NeuralNetClassifier(MyModule, criterion=nn.NLLLoss, max_epochs=10, lr=0.1, iterator_train__shuffle=True)  # expect: clean
net.fit(X, y)
p = net.predict_proba(X)[:, 1]
# the same by hand, for the first rows
logits = net.module_.output(net.module_.nonlin(net.module_.dense0(torch.from_numpy(X[:8]))))
print(nn.functional.cross_entropy(logits, torch.from_numpy(y[:8])))  # expect: clean
