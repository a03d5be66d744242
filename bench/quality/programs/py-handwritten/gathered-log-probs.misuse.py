import torch
import torch.nn as nn
import torch.nn.functional as F


def sequence_loss(scores, targets, lengths):
    """Mean negative log-likelihood of the positions that are no padding."""
    log_probs = F.log_softmax(scores, dim=-1)  # or here
    picked = -log_probs.gather(-1, targets.unsqueeze(-1)).squeeze(-1)  # or here
    mask = torch.arange(targets.size(1))[None] < lengths[:, None]
    return (picked * mask).sum() / mask.sum()


class Decoder(nn.Module):
    def __init__(self, d=8, vocab=20):
        super().__init__()
        self.out = nn.Linear(d, vocab)

    def forward(self, h):
        return self.out(h).softmax(-1)


decoder = Decoder()
h, y = torch.randn(3, 6, 8), torch.randint(0, 20, (3, 6))
loss = sequence_loss(decoder(h), y, torch.tensor([6, 4, 2]))  # expect: probabilities-as-logits
loss.backward()
