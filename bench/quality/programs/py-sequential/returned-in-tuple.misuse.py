import torch
from torch import nn


def build(input_size, hidden_sizes, output_size, lr):
    model = nn.Sequential(
        nn.Linear(input_size, hidden_sizes[0]),
        nn.ReLU(),
        nn.Linear(hidden_sizes[0], hidden_sizes[1]),
        nn.ReLU(),
        nn.Linear(hidden_sizes[1], output_size),
        nn.Softmax(dim=1),
    )
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    return model, criterion, optimizer


def run(loader, epochs=3):
    model, criterion, optimizer = build(784, [128, 64], 10, lr=0.003)
    for e in range(epochs):
        running_loss = 0
        for images, labels in loader:
            images = images.view(images.shape[0], -1)
            optimizer.zero_grad()
            output = model(images)
            loss = criterion(output, labels)  # expect: probabilities-as-logits
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
        print("Epoch {} - Training loss: {}".format(e, running_loss / len(loader)))
    return model


if __name__ == '__main__':
    fake = [(torch.rand(16, 1, 28, 28), torch.randint(0, 10, (16,))) for _ in range(4)]
    run(fake)
