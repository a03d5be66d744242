from .alexnet import AlexNet
from .lenet import LeNet

MODELS = {'alexnet': AlexNet, 'lenet': LeNet}


def get_model(name, num_classes):
    return MODELS[name](num_classes)
