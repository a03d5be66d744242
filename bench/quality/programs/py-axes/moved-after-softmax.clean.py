import torch
import torch.nn as nn
import torch.nn.functional as F

encoder = nn.LSTM(6, 12, batch_first=True)
tag = nn.Linear(12, 5)
frames, phones = torch.randn(3, 7, 6), torch.randint(0, 5, (3, 7))
hidden, _ = encoder(frames)
log_p = F.log_softmax(tag(hidden), dim=2).permute(0, 2, 1)
loss = nn.NLLLoss()(log_p, phones)  # expect: clean
loss.backward()
