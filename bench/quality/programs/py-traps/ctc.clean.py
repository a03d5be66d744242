import torch
import torch.nn as nn


class OCR(nn.Module):
    def __init__(self, alphabet=27):
        super().__init__()
        self.rnn = nn.LSTM(20, 32, bidirectional=True)
        self.fc = nn.Linear(64, alphabet)

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.fc(out)


ocr = OCR()
ctc = nn.CTCLoss(blank=0)
x = torch.randn(30, 4, 20)
log_probs = ocr(x).log_softmax(2)
targets = torch.randint(1, 27, (4, 8))
loss = ctc(log_probs, targets, torch.full((4,), 30), torch.full((4,), 8))  # expect: clean
loss.backward()
