from tinygrad import Tensor, nn


class TinyNet:
    def __init__(self):
        self.l1 = nn.Linear(784, 128)
        self.l2 = nn.Linear(128, 10)

    def __call__(self, x: Tensor) -> Tensor:
        x = self.l2(self.l1(x).relu())
        return x


net = TinyNet()
opt = nn.optim.SGD(nn.state.get_parameters(net), lr=3e-4)
with Tensor.train():
    for step in range(10):
        x, y = Tensor.rand(32, 784), Tensor.randint(32, high=10)
        out = net(x)
        # the Keras name, but it takes scores
        loss = out.sparse_categorical_crossentropy(y)  # expect: clean
        opt.zero_grad()
        loss.backward()
        opt.step()
