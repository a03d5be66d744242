import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.distributions import Categorical


class ActorCritic(nn.Module):
    def __init__(self, obs=4, acts=2):
        super().__init__()
        self.body = nn.Linear(obs, 64)
        self.actor = nn.Linear(64, acts)
        self.critic = nn.Linear(64, 1)

    def forward(self, s):
        h = torch.tanh(self.body(s))
        return F.softmax(self.actor(h), dim=-1), self.critic(h), self.actor(h)


net = ActorCritic()
opt = torch.optim.Adam(net.parameters(), lr=3e-4)
s, ret = torch.randn(32, 4), torch.randn(32)
pi, v, scores = net(s)
dist = Categorical(pi)
a = dist.sample()
advantage = ret - v.squeeze(-1)
policy_loss = -(dist.log_prob(a) * advantage.detach()).mean()
value_loss = F.smooth_l1_loss(v.squeeze(-1), ret)
# behaviour cloning of the demonstrations keeps the policy from drifting
demo = torch.randint(0, 2, (32,))
bc_loss = F.cross_entropy(scores, demo)  # expect: clean
loss = policy_loss + 0.5 * value_loss - 0.01 * dist.entropy().mean() + 0.1 * bc_loss
opt.zero_grad()
loss.backward()
opt.step()
