import argparse
import torch
import torch.nn as nn
import torch.nn.functional as F


def mlp(sizes, activation=nn.Tanh, output_activation=nn.Identity):
    layers = []
    for j in range(len(sizes) - 1):
        act = activation if j < len(sizes) - 2 else output_activation
        layers += [nn.Linear(sizes[j], sizes[j + 1]), act()]
    return nn.Sequential(*layers)


def behaviour_cloning(obs_dim, n_acts, hidden_sizes, lr, steps, batch_size):
    policy = mlp([obs_dim] + list(hidden_sizes) + [n_acts], output_activation=lambda: nn.Softmax(dim=-1))
    optimizer = torch.optim.Adam(policy.parameters(), lr=lr)
    for step in range(steps):
        obs = torch.randn(batch_size, obs_dim)
        expert = (obs[:, 0] > 0).long()
        scores = policy(obs)
        loss = F.cross_entropy(scores, expert)  # expect: probabilities-as-logits
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        acc = (scores.argmax(-1) == expert).float().mean()
        print('step: %3d \t loss: %.3f \t acc: %.3f' % (step, loss, acc))
    return policy


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--lr', type=float, default=1e-2)
    parser.add_argument('--steps', type=int, default=10)
    args = parser.parse_args()
    behaviour_cloning(4, 2, [32], args.lr, args.steps, 64)
