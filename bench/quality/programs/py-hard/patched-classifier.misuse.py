import torch
import torch.nn as nn
from torchvision import models


def set_parameter_requires_grad(model, feature_extracting):
    if feature_extracting:
        for param in model.parameters():
            param.requires_grad = False


def initialize_model(model_name, num_classes, feature_extract):
    model_ft = None
    if model_name == "resnet":
        model_ft = models.resnet18(pretrained=True)
        set_parameter_requires_grad(model_ft, feature_extract)
        model_ft.fc = nn.Linear(model_ft.fc.in_features, num_classes)
    elif model_name == "vgg":
        model_ft = models.vgg11_bn(pretrained=True)
        set_parameter_requires_grad(model_ft, feature_extract)
        num_ftrs = model_ft.classifier[6].in_features
        model_ft.classifier[6] = nn.Sequential(nn.Linear(num_ftrs, num_classes), nn.Softmax(dim=1))
    else:
        print("Invalid model name, exiting...")
        exit()
    return model_ft


model = initialize_model("vgg", 8, feature_extract=True)
params_to_update = [p for p in model.parameters() if p.requires_grad]
optimizer = torch.optim.SGD(params_to_update, lr=0.001, momentum=0.9)
criterion = nn.CrossEntropyLoss()
x, y = torch.rand(2, 3, 224, 224), torch.tensor([0, 7])
outputs = model(x)
loss = criterion(outputs, y)  # expect: probabilities-as-logits
loss.backward()
