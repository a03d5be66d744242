import torch
import torch.nn as nn
import torch.nn.functional as F


def cross_entropy2d(input, target, weight=None, size_average=True):
    """Loss of a segmentation: scores [N, C, H, W], classes [N, H, W]."""
    n, c, h, w = input.size()
    input = input.permute(0, 2, 3, 1).contiguous().view(-1, c)
    target = target.view(-1)
    log_p = F.log_softmax(input, dim=1)
    return F.nll_loss(log_p, target, weight=weight, ignore_index=250)  # expect: double-activation
