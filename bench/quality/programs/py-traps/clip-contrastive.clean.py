import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F


class CLIP(nn.Module):
    def __init__(self):
        super().__init__()
        self.image = nn.Linear(64, 32)
        self.text = nn.Linear(48, 32)
        self.logit_scale = nn.Parameter(torch.ones([]) * np.log(1 / 0.07))

    def forward(self, image, text):
        i = F.normalize(self.image(image), dim=-1)
        t = F.normalize(self.text(text), dim=-1)
        logits_per_image = self.logit_scale.exp() * i @ t.t()
        return logits_per_image, logits_per_image.t()


model = CLIP()
per_image, per_text = model(torch.randn(8, 64), torch.randn(8, 48))
ground_truth = torch.arange(8)
loss = (F.cross_entropy(per_image, ground_truth) + F.cross_entropy(per_text, ground_truth)) / 2  # expect: clean, clean
loss.backward()
