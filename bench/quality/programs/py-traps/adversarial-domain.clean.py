import torch
import torch.nn as nn
from torch.autograd import Function


class GradReverse(Function):
    @staticmethod
    def forward(ctx, x, alpha):
        ctx.alpha = alpha
        return x.view_as(x)

    @staticmethod
    def backward(ctx, grad):
        return grad.neg() * ctx.alpha, None


class DANN(nn.Module):
    def __init__(self):
        super().__init__()
        self.feature = nn.Sequential(nn.Linear(40, 20), nn.ReLU())
        self.label = nn.Sequential(nn.Linear(20, 10), nn.LogSoftmax(dim=1))
        self.domain = nn.Sequential(nn.Linear(20, 2), nn.LogSoftmax(dim=1))

    def forward(self, x, alpha):
        f = self.feature(x)
        return self.label(f), self.domain(GradReverse.apply(f, alpha))


net = DANN()
loss_class, loss_domain = nn.NLLLoss(), nn.NLLLoss()
s, t, y = torch.randn(8, 40), torch.randn(8, 40), torch.randint(0, 10, (8,))
class_output, domain_output = net(s, 0.5)
err_s_label = loss_class(class_output, y)  # expect: clean
err_s_domain = loss_domain(domain_output, torch.zeros(8).long())  # expect: clean
_, domain_output = net(t, 0.5)
err_t_domain = loss_domain(domain_output, torch.ones(8).long())  # expect: clean
(err_s_label + err_s_domain + err_t_domain).backward()
