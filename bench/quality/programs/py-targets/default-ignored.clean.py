import torch
import torch.nn.functional as F

vocab, hidden = 12, 8
w = torch.randn(hidden, vocab, requires_grad=True)
states = torch.randn(6, hidden)
labels = torch.tensor([3, 7, -100, -100, 11, 0])  # -100: prompt tokens
loss = F.cross_entropy(states @ w, labels)  # expect: clean
loss.backward()
