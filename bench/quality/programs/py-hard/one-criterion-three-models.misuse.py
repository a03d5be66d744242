import torch
import torch.nn as nn


class Audio(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(40, 5)

    def forward(self, x):
        return self.fc(x)


class Video(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(60, 5)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        return self.softmax(self.fc(x))


class Fusion(nn.Module):
    def __init__(self, a, v):
        super().__init__()
        self.a, self.v = a, v

    def forward(self, x, z):
        return (self.a(x).softmax(1) + self.v(z).softmax(1)) / 2


audio, video = Audio(), Video()
fusion = Fusion(audio, video)
criterion = nn.CrossEntropyLoss()
nll = nn.NLLLoss()
x, z, y = torch.randn(8, 40), torch.randn(8, 60), torch.randint(0, 5, (8,))
loss_a = criterion(audio(x), y)  # expect: clean
loss_v = criterion(video(z), y)  # expect: probabilities-as-logits
loss_f = nll(fusion(x, z).log(), y)  # expect: clean
(loss_a + loss_v + loss_f).backward()
