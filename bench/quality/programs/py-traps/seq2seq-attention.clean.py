import random
import torch
import torch.nn as nn
import torch.nn.functional as F

SOS, EOS, PAD = 1, 2, 0


class AttnDecoder(nn.Module):
    def __init__(self, hidden, vocab, max_length=10):
        super().__init__()
        self.embedding = nn.Embedding(vocab, hidden)
        self.attn = nn.Linear(hidden * 2, max_length)
        self.combine = nn.Linear(hidden * 2, hidden)
        self.gru = nn.GRU(hidden, hidden)
        self.out = nn.Linear(hidden, vocab)

    def forward(self, input, hidden, encoder_outputs):
        embedded = self.embedding(input).view(1, 1, -1)
        attn_weights = F.softmax(self.attn(torch.cat((embedded[0], hidden[0]), 1)), dim=1)
        applied = torch.bmm(attn_weights.unsqueeze(0), encoder_outputs.unsqueeze(0))
        output = F.relu(self.combine(torch.cat((embedded[0], applied[0]), 1)).unsqueeze(0))
        output, hidden = self.gru(output, hidden)
        output = F.log_softmax(self.out(output[0]), dim=1)
        return output, hidden, attn_weights


decoder = AttnDecoder(16, 40)
criterion = nn.NLLLoss()
hidden = torch.zeros(1, 1, 16)
encoder_outputs = torch.randn(10, 16)
target = torch.tensor([[5], [7], [EOS]])
loss = 0
decoder_input = torch.tensor([[SOS]])
use_teacher_forcing = random.random() < 0.5
for di in range(3):
    decoder_output, hidden, decoder_attention = decoder(decoder_input, hidden, encoder_outputs)
    loss += criterion(decoder_output, target[di])  # expect: clean
    if use_teacher_forcing:
        decoder_input = target[di]
    else:
        topv, topi = decoder_output.topk(1)
        decoder_input = topi.squeeze().detach()
        if decoder_input.item() == EOS:
            break
loss.backward()
