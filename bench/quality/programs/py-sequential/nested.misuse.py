import torch
import torch.nn as nn


def conv_bn(inp, oup, stride):
    return nn.Sequential(
        nn.Conv2d(inp, oup, 3, stride, 1, bias=False),
        nn.BatchNorm2d(oup),
        nn.ReLU6(inplace=True),
    )


classifier = nn.Sequential(
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Dropout(0.2),
    nn.Linear(32, 7),
    nn.Softmax(dim=1),
)
emotion_net = nn.Sequential(
    conv_bn(1, 16, 2),
    conv_bn(16, 32, 2),
    classifier,
)

device = "cuda" if torch.cuda.is_available() else "cpu"
emotion_net = emotion_net.to(device)
optimizer = torch.optim.Adam(emotion_net.parameters(), lr=1e-3)
criterion = nn.CrossEntropyLoss()

emotion_net.train()
for step in range(3):
    faces = torch.rand(4, 1, 48, 48).to(device)
    emotion = torch.randint(0, 7, (4,)).to(device)
    optimizer.zero_grad()
    loss = criterion(emotion_net(faces), emotion)  # expect: probabilities-as-logits
    loss.backward()
    optimizer.step()
