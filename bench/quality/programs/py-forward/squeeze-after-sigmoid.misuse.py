import torch
import torch.nn as nn


class ClickModel(nn.Module):
    """Factorisation of user and item, as in the ads tutorial."""

    def __init__(self, n_users, n_items, k=8):
        super(ClickModel, self).__init__()
        self.user = nn.Embedding(n_users, k)
        self.item = nn.Embedding(n_items, k)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, u, i):
        dot = (self.user(u) * self.item(i)).sum(dim=1, keepdim=True) + self.bias
        prob = torch.sigmoid(dot)
        return prob.squeeze()


if __name__ == "__main__":
    torch.manual_seed(3)
    model = ClickModel(100, 50)
    loss_function = nn.BCEWithLogitsLoss()
    optimiser = torch.optim.Adagrad(model.parameters(), lr=0.1)
    for batch in range(10):
        users = torch.randint(0, 100, (64,))
        items = torch.randint(0, 50, (64,))
        clicked = ((users + items) % 3 == 0).float()
        optimiser.zero_grad()
        output = model(users, items)
        loss = loss_function(output, clicked)  # expect: probabilities-as-logits
        loss.backward()
        optimiser.step()
    print("final loss: %.3f" % loss.item())
