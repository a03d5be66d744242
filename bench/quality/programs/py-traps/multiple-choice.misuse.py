import torch
import torch.nn as nn


class MultipleChoice(nn.Module):
    """One score for each of the choices of a question."""

    def __init__(self, d=48):
        super().__init__()
        self.encoder = nn.Linear(d, d)
        self.classifier = nn.Linear(d, 1)

    def forward(self, choices):
        n, num_choices, d = choices.shape
        flat = choices.view(-1, d)
        scores = self.classifier(torch.tanh(self.encoder(flat)))
        return scores


model = MultipleChoice()
loss_fct = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters())
for i in range(3):
    questions = torch.randn(6, 4, 48)
    answer = torch.zeros(24, dtype=torch.long)
    loss = loss_fct(model(questions), answer)  # expect: single-class-softmax
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
