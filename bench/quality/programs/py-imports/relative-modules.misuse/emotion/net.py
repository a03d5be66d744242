from torch import nn

from .layers import AttentionPool, OutputLayer


class SpeechEmotion(nn.Module):
    def __init__(self, feats=40, classes=6):
        super().__init__()
        self.rnn = nn.GRU(feats, 32, batch_first=True, bidirectional=True)
        self.pool = AttentionPool(64)
        self.out = OutputLayer(64, classes)

    def forward(self, mfcc):
        h, _ = self.rnn(mfcc)
        return self.out(self.pool(h))
