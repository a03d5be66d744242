from mxnet import autograd, gluon, init, nd
from mxnet.gluon import nn


class Mlp(nn.Block):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = nn.Dense(256, activation='relu')
        self.output = nn.Dense(10)

    def forward(self, x):
        return nd.softmax(self.output(self.hidden(x)))


net = Mlp()
net.initialize(init.Normal(sigma=0.01))
softmax_cross_entropy = gluon.loss.SoftmaxCrossEntropyLoss()
trainer = gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate': 0.1})
for epoch in range(2):
    X, y = nd.random.normal(shape=(32, 784)), nd.random.randint(0, 10, shape=(32,))
    with autograd.record():
        loss = softmax_cross_entropy(net(X), y)  # expect: probabilities-as-logits
    loss.backward()
    trainer.step(32)
