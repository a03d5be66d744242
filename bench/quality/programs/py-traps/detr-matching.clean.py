import torch
import torch.nn as nn
import torch.nn.functional as F


class SetCriterion(nn.Module):
    def __init__(self, num_classes, eos_coef=0.1):
        super().__init__()
        self.num_classes = num_classes
        weight = torch.ones(num_classes + 1)
        weight[-1] = eos_coef
        self.register_buffer('empty_weight', weight)

    @torch.no_grad()
    def match(self, outputs, targets):
        prob = outputs['pred_logits'].flatten(0, 1).softmax(-1)
        cost = -prob[:, targets]
        return cost.argmin(dim=0)

    def loss_labels(self, outputs, target_classes):
        src_logits = outputs['pred_logits']
        return F.cross_entropy(src_logits.transpose(1, 2), target_classes, self.empty_weight)  # expect: clean

    def forward(self, outputs, labels):
        idx = self.match(outputs, labels)
        target_classes = torch.full(outputs['pred_logits'].shape[:2], self.num_classes, dtype=torch.int64)
        target_classes.view(-1)[idx] = labels
        return self.loss_labels(outputs, target_classes)


class Queries(nn.Module):
    def __init__(self):
        super().__init__()
        self.class_embed = nn.Linear(16, 5 + 1)

    def forward(self, h):
        return {'pred_logits': self.class_embed(h)}


loss = SetCriterion(5)(Queries()(torch.randn(1, 10, 16)), torch.tensor([3, 0]))
loss.backward()
