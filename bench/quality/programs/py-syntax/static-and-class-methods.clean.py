import torch
import torch.nn as nn


class Factory:
    @staticmethod
    def loss():
        return nn.BCELoss()

    @classmethod
    def net(cls, d):
        return nn.Sequential(nn.Linear(d, d), nn.ReLU(), cls.last(d))

    @classmethod
    def last(cls, d):
        return nn.Sequential(nn.Linear(d, 1), nn.Sigmoid())


net, criterion = Factory.net(6), Factory.loss()
loss = criterion(net(torch.rand(4, 6)), torch.ones(4, 1))  # expect: clean
loss.backward()
