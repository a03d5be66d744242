import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

/** Scores are in every program. */
const head = `import math
import torch
from torch import nn
import torch.nn.functional as F
net = nn.Linear(4, 3)
`

/** What operators and methods of tensors leave of the meaning of their numbers. */
const programs: Record<string, string> = {
  'scores scaled and shifted': `
def step(x, y, w):
    s = net(x)
    F.cross_entropy(s * 2 + 1, y) #! clean
    F.cross_entropy(-s, y) #! clean
    F.cross_entropy(s / 0.1, y) #! clean
    F.cross_entropy(x @ w + s, y) #! clean
    F.cross_entropy((s + net(x)) / 2, y) #! clean
    F.nll_loss(s * 2 + 1, y) #! logits-as-log-probabilities
    s += net(x)
    s *= 0.5
    F.cross_entropy(s, y) #! clean
    F.nll_loss(s, y) #! logits-as-log-probabilities
`,
  'logarithms and exponentials': `
def step(x, y):
    s = net(x)
    p = s.softmax(1)
    F.nll_loss(p.log(), y) #! clean
    F.nll_loss(torch.log(p + 1e-8), y) #! clean
    F.nll_loss(p, y) #! probabilities-as-log-probabilities
    F.nll_loss(s - s.logsumexp(1, keepdim=True), y) #! clean
    F.nll_loss(s - torch.log(torch.sum(torch.exp(s), dim=1, keepdim=True)), y) #! clean
    F.nll_loss(s - s.exp().sum(1, keepdim=True).log(), y) #! clean
    F.nll_loss(s.log_softmax(1).exp(), y) #! probabilities-as-log-probabilities
    F.cross_entropy(s.log_softmax(1).exp(), y) #! probabilities-as-logits
    F.nll_loss(s.log_softmax(1).exp().log(), y) #! clean
    F.cross_entropy(torch.logit(s.sigmoid()), y) #! clean
    F.cross_entropy(s.sigmoid(), y) #! probabilities-as-logits
`,
  'probabilities mixed and turned round': `
def step(x, y):
    p, q = net(x).softmax(1), net(x).softmax(1)
    F.binary_cross_entropy(1 - p.sum(1).sigmoid(), y) #! clean
    F.binary_cross_entropy_with_logits(1 - p[:, 0], y) #! probabilities-as-logits
    F.nll_loss(torch.stack([p, q]).mean(0), y) #! probabilities-as-log-probabilities
`,
  'probabilities kept off 0 and 1': `
def step(x, y):
    p = net(x).sigmoid()
    F.binary_cross_entropy(p.clamp(1e-7, 1 - 1e-7), y) #! clean
    F.binary_cross_entropy(torch.clamp(p, min=1e-7), y) #! clean
    F.binary_cross_entropy_with_logits(p.clamp(min=1e-7, max=1 - 1e-7), y) #! probabilities-as-logits
    F.binary_cross_entropy_with_logits(torch.clip(p, 1e-6, 1 - 1e-6), y) #! probabilities-as-logits
    F.binary_cross_entropy_with_logits(p.clamp_min(1e-7), y) #! probabilities-as-logits
    q = net(x).softmax(1)
    F.nll_loss(q.clamp(min=1e-8).log(), y) #! clean
    F.nll_loss(q.clamp(min=1e-8), y) #! probabilities-as-log-probabilities
`,
  'scores confined': `
def step(x, y):
    s = net(x)
    F.cross_entropy(s.clamp(-1, 1), y) #! bounded-logits
    F.cross_entropy(s.clamp(max=1).clamp(min=-1), y) #! bounded-logits
    F.cross_entropy(s.clamp(-20, 20), y) #! clean
    F.cross_entropy(s.clamp(min=-20), y) #! clean
    F.cross_entropy(s.relu(), y) #! bounded-logits
    F.cross_entropy(torch.tanh(s), y) #! bounded-logits
    F.cross_entropy(s.clamp(-1, 1) @ torch.randn(3, 3), y) #! clean
    F.cross_entropy(net(torch.tanh(x)), y) #! clean
`,
  'changed in place': `
def step(x, y):
    s = net(x)
    s.mul_(2).add_(1)
    F.cross_entropy(s, y) #! clean
    s.div_(0.5)
    F.cross_entropy(s, y) #! clean
    s.sigmoid_()
    F.cross_entropy(s, y) #! probabilities-as-logits
    u = net(x).softmax(1)
    u.log_()
    F.nll_loss(u, y) #! clean
    v = net(x)
    v.clamp_(min=0)
    F.cross_entropy(v, y) #! bounded-logits
`,
  'entries masked': `
def step(x, y, mask):
    s = net(x)
    F.cross_entropy(s.masked_fill(mask, float('-inf')), y) #! clean
    F.cross_entropy(s.masked_fill(mask, -1e9).softmax(1), y) #! probabilities-as-logits
`,
  'forms that change': `
def step(x, y):
    s = net(x)
    p = s.softmax(1)
    F.cross_entropy(s.view(-1, 3), y.view(-1)) #! clean
    F.cross_entropy(p.reshape(-1, 3), y.flatten()) #! probabilities-as-logits
    F.cross_entropy(p.detach().clone().contiguous(), y) #! probabilities-as-logits
    F.cross_entropy(p.to(torch.float32).cuda(), y) #! probabilities-as-logits
    F.cross_entropy(torch.cat([p, p]), torch.cat([y, y])) #! probabilities-as-logits
    F.cross_entropy(torch.cat((s, s), dim=0), torch.cat((y, y))) #! clean
    F.cross_entropy(p[:10], y[:10]) #! probabilities-as-logits
    F.cross_entropy(s[y >= 0], y[y >= 0]) #! clean
    F.cross_entropy(p.unsqueeze(0).squeeze(0), y) #! probabilities-as-logits
    F.cross_entropy(p.permute(0, 1), y) #! probabilities-as-logits
    F.cross_entropy(F.dropout(s, 0.1), y) #! clean
`,
  'filled in a loop': `
def soft(xs, y):
    out = torch.zeros(8, 3)
    for i, x in enumerate(xs):
        out[i] = net(x).softmax(-1)
    return F.cross_entropy(out, y) #! probabilities-as-logits
def plain(xs, y):
    out = torch.empty(8, 3)
    for i in range(8):
        out[i] = net(xs[i])
    return F.cross_entropy(out, y) #! clean
def stacked(xs, y):
    outs = []
    for x in xs:
        outs.append(net(x).softmax(-1))
    return F.cross_entropy(torch.stack(outs), y) #! probabilities-as-logits
`,
  'greatest scores and their places': `
def step(x, y):
    s = net(x)
    values, indices = s.max(dim=1)
    F.cross_entropy(s, s.argmax(dim=1)) #! clean
    F.cross_entropy(s, indices) #! clean
    p = s.softmax(1)
    top, at = p.topk(1, dim=1)
    F.cross_entropy(s, at.squeeze(1)) #! clean
    F.cross_entropy(p, p.argmax(1)) #! probabilities-as-logits
`,
}

describe('arithmetic on tensors', () => {
  beforeAll(loadParser)

  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`${head}${program}`)
    expect(found).toEqual(expected)
  })
})
