from .resnet import ResNet18
from .mlp import MLP

__all__ = ['ResNet18', 'MLP']
