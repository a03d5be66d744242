import paddle
import paddle.nn.functional as F

w = paddle.randn([10, 4])
x = paddle.randn([6, 10])
y = paddle.randint(0, 4, [6])
probs = F.softmax(paddle.matmul(x, w))
# use_softmax=False takes probabilities
loss = F.cross_entropy(probs, y, use_softmax=False)  # expect: clean
print(loss)
