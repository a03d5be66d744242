import torch
import torch.nn as nn
import torch.nn.functional as F


class MoCo(nn.Module):
    def __init__(self, dim=16, K=64, T=0.07):
        super().__init__()
        self.T = T
        self.encoder_q = nn.Linear(32, dim)
        self.encoder_k = nn.Linear(32, dim)
        self.register_buffer('queue', F.normalize(torch.randn(dim, K), dim=0))

    def forward(self, im_q, im_k):
        q = F.normalize(self.encoder_q(im_q), dim=1)
        with torch.no_grad():
            k = F.normalize(self.encoder_k(im_k), dim=1)
        l_pos = torch.einsum('nc,nc->n', [q, k]).unsqueeze(-1)
        l_neg = torch.einsum('nc,ck->nk', [q, self.queue.clone().detach()])
        logits = torch.cat([l_pos, l_neg], dim=1)
        logits /= self.T
        labels = torch.zeros(logits.shape[0], dtype=torch.long)
        return logits, labels


model = MoCo()
criterion = nn.CrossEntropyLoss()
output, target = model(torch.randn(8, 32), torch.randn(8, 32))
loss = criterion(output, target)  # expect: clean
loss.backward()
