import optuna
import torch
import torch.nn as nn

X, Y = torch.randn(200, 10), torch.randint(0, 4, (200,))


def objective(trial):
    width = trial.suggest_int('width', 8, 64)
    last = trial.suggest_categorical('last', ['none', 'norm'])
    layers = [nn.Linear(10, width), nn.ReLU(), nn.Linear(width, 4)]
    if last == 'norm':
        layers.append(nn.Softmax(dim=1))
    model = nn.Sequential(*layers)
    optimizer = torch.optim.Adam(model.parameters(), lr=trial.suggest_float('lr', 1e-4, 1e-1, log=True))
    criterion = nn.CrossEntropyLoss()
    for epoch in range(10):
        optimizer.zero_grad()
        loss = criterion(model(X), Y)  # expect: probabilities-as-logits likely
        loss.backward()
        optimizer.step()
    return loss.item()


study = optuna.create_study()
study.optimize(objective, n_trials=20)
