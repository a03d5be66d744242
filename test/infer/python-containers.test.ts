import { beforeAll, describe, expect, test } from 'vitest'
import { loadParser } from '../../src/frontends/python/parse.js'
import { verdicts } from '../support/verdicts.js'

/** Scores and their softmax are in every program. */
const head = `import torch
from torch import nn
import torch.nn.functional as F
net = nn.Linear(4, 3)
`

/** How values are put into collections and taken out of them. */
const programs: Record<string, string> = {
  tuples: `
def both(x):
    s = net(x)
    return s, s.softmax(1)
def step(x, y):
    s, p = both(x)
    F.cross_entropy(s, y) #! clean
    F.cross_entropy(p, y) #! probabilities-as-logits
    s, p = p, s
    F.cross_entropy(s, y) #! probabilities-as-logits
    F.cross_entropy(p, y) #! clean
    (a, b), c = both(x), y
    F.cross_entropy(a, c) #! clean
    F.cross_entropy(b, c) #! probabilities-as-logits
    _, last = both(x)
    F.cross_entropy(last, y) #! probabilities-as-logits
`,
  'a table of words that a loop fills': `
import torch.nn as nn
import torch.nn.functional as F
numbers = {'<unk>': 0}
for word in words:
    if numbers.get(word) == None:
        numbers[word] = len(numbers)
scores = nn.Linear(10, len(numbers))
F.cross_entropy(scores(x), y) #! clean
alone = {'<unk>': 0}
one = nn.Linear(10, len(alone))
F.cross_entropy(one(x), y) #! single-class-softmax
`,
  'unpacked with a star': `
def step(x, y):
    s = net(x)
    p = s.softmax(1)
    first, *rest = s, p, s
    F.cross_entropy(first, y) #! clean
    F.cross_entropy(rest[0], y) #! probabilities-as-logits
    F.cross_entropy(rest[1], y) #! clean
    *begin, end = [p, s, p]
    F.cross_entropy(end, y) #! probabilities-as-logits
    F.cross_entropy(begin[1], y) #! clean
    F.cross_entropy(*(net(x).softmax(1), y)) #! probabilities-as-logits
    F.cross_entropy(*[*[net(x)], y]) #! clean
    all_of = [*rest, *begin]
    F.cross_entropy(all_of[0], y) #! probabilities-as-logits
    F.cross_entropy(all_of[3], y) #! clean
`,
  'indices and slices': `
def step(x, y):
    s = net(x)
    p = s.softmax(1)
    row = [s, p, s, p]
    F.cross_entropy(row[0], y) #! clean
    F.cross_entropy(row[-1], y) #! probabilities-as-logits
    F.cross_entropy(row[1:][0], y) #! probabilities-as-logits
    F.cross_entropy(row[:-1][-1], y) #! clean
    F.cross_entropy(row[::-1][0], y) #! probabilities-as-logits
    F.cross_entropy(row[::2][1], y) #! clean
    F.cross_entropy(row[1::2][1], y) #! probabilities-as-logits
    F.cross_entropy((p, s)[1], y) #! clean
    i = 2
    F.cross_entropy(row[i], y) #! clean
    F.cross_entropy(row[i + 1], y) #! probabilities-as-logits
`,
  'lists that grow': `
def step(x, y):
    s = net(x)
    p = s.softmax(1)
    outs = []
    outs.append(s)
    outs.append(p)
    F.cross_entropy(outs[0], y) #! clean
    F.cross_entropy(outs[1], y) #! probabilities-as-logits
    outs.insert(0, p)
    F.cross_entropy(outs[0], y) #! probabilities-as-logits
    F.cross_entropy(outs[1], y) #! clean
    F.cross_entropy(outs.pop(), y) #! probabilities-as-logits
    F.cross_entropy(outs[-1], y) #! clean
    outs.extend([p, s])
    F.cross_entropy(outs[2], y) #! probabilities-as-logits
    outs += [p]
    F.cross_entropy(outs[-1], y) #! probabilities-as-logits
    outs[4] = s
    F.cross_entropy(outs[4], y) #! clean
    del outs[-1], outs[-1]
    F.cross_entropy(outs[-1], y) #! probabilities-as-logits
    F.cross_entropy(([p] + [s])[1], y) #! clean
    F.cross_entropy(([p] * 2)[1], y) #! probabilities-as-logits
`,
  dictionaries: `
def step(x, y):
    s = net(x)
    out = {'logits': s, 'probs': s.softmax(1)}
    F.cross_entropy(out['logits'], y) #! clean
    F.cross_entropy(out['probs'], y) #! probabilities-as-logits
    F.cross_entropy(out.get('logits'), y) #! clean
    F.cross_entropy(out.get('probs', None), y) #! probabilities-as-logits
    F.cross_entropy(out.get('scores', s), y) #! clean
    F.cross_entropy(out.get('scores', out['probs']), y) #! probabilities-as-logits
    F.cross_entropy(out.get('logits', out['probs']), y) #! clean
    key = 'probs'
    F.cross_entropy(out[key], y) #! probabilities-as-logits
    more = dict(out, logits=out['probs'])
    F.cross_entropy(more['logits'], y) #! probabilities-as-logits
    F.cross_entropy({**more, 'logits': s}['logits'], y) #! clean
    F.cross_entropy({'logits': s, **more}['logits'], y) #! probabilities-as-logits
    F.cross_entropy((out | {'probs': s})['probs'], y) #! clean
`,
  'dictionaries that change': `
def step(x, y):
    s = net(x)
    p = s.softmax(1)
    out = {}
    out['a'] = p
    F.cross_entropy(out['a'], y) #! probabilities-as-logits
    out.update({'a': s})
    F.cross_entropy(out['a'], y) #! clean
    out.update(a=p, b=s)
    F.cross_entropy(out['a'], y) #! probabilities-as-logits
    F.cross_entropy(out['b'], y) #! clean
    out.update([('b', p)])
    F.cross_entropy(out['b'], y) #! probabilities-as-logits
    F.cross_entropy(out.pop('a'), y) #! probabilities-as-logits
    F.cross_entropy(out.get('a', s), y) #! clean
    F.cross_entropy(out.pop('a', s), y) #! clean
    F.cross_entropy(out.setdefault('b', s), y) #! probabilities-as-logits
    F.cross_entropy(out.setdefault('c', s), y) #! clean
    F.cross_entropy(out['c'], y) #! clean
    other = out.copy()
    other['c'] = p
    F.cross_entropy(other['c'], y) #! probabilities-as-logits
    F.cross_entropy(out['c'], y) #! clean
    del out['b']
    F.cross_entropy(out.get('b', s), y) #! clean
    out.clear()
    F.cross_entropy(out.get('c', p), y) #! probabilities-as-logits
    out |= {'c': s}
    F.cross_entropy(out['c'], y) #! clean
`,
  'items of dictionaries': `
def soft(x, y):
    outs = {'a': net(x).softmax(1), 'b': net(x).softmax(-1)}
    for out in outs.values():
        F.cross_entropy(out, y) #! probabilities-as-logits
    for name, out in outs.items():
        F.cross_entropy(out, y) #! probabilities-as-logits
    for name in outs:
        F.cross_entropy(outs[name], y) #! probabilities-as-logits
    return sum(F.cross_entropy(outs[k], y) for k in outs.keys()) #! probabilities-as-logits
def plain(x, y):
    outs = {'a': net(x), 'b': net(x)}
    for out in outs.values():
        F.cross_entropy(out, y) #! clean
    for name, out in outs.items():
        F.cross_entropy(out, y) #! clean
    for name in outs:
        F.cross_entropy(outs[name], y) #! clean
    return sum(F.cross_entropy(outs[k], y) for k in outs.keys()) #! clean
`,
  comprehensions: `
def step(xs, x, y):
    scores = [net(each) for each in xs]
    probs = [s.softmax(1) for s in scores]
    by_name = {name: s.softmax(1) for name, s in zip(['a', 'b'], [net(x), net(x)])}
    F.cross_entropy(scores[0], y) #! clean
    F.cross_entropy(probs[0], y) #! probabilities-as-logits
    F.cross_entropy(by_name['b'], y) #! probabilities-as-logits
    for s, p in zip(scores, probs):
        F.cross_entropy(s, y) #! clean
        F.cross_entropy(p, y) #! probabilities-as-logits
    F.cross_entropy(torch.stack(probs, dim=0).mean(0), y) #! probabilities-as-logits
    F.cross_entropy(torch.cat([s for s in scores], dim=0), y) #! clean
    a, b = [s for s in (net(x), net(x).softmax(1))]
    F.cross_entropy(a, y) #! clean
    F.cross_entropy(b, y) #! probabilities-as-logits
    kept = [p for flag, p in [(True, net(x)), (False, net(x).softmax(1))] if flag]
    F.cross_entropy(kept[0], y) #! clean
    flat = [s for pair in [(net(x), net(x)), (net(x), net(x))] for s in pair]
    F.cross_entropy(flat[3], y) #! clean
`,
  'zip, enumerate and their like': `
def step(x, y, more):
    s = net(x)
    p = s.softmax(1)
    pairs = list(zip([s, p], [y, y, y]))
    F.cross_entropy(pairs[-1][0], y) #! probabilities-as-logits
    for i, out in enumerate([s, s]):
        F.cross_entropy(out, y) #! clean
    F.cross_entropy(list(enumerate([s, p]))[1][1], y) #! probabilities-as-logits
    F.cross_entropy(list(reversed([s, p]))[0], y) #! probabilities-as-logits
    F.cross_entropy(next(iter([s, p])), y) #! clean
    F.cross_entropy([s, p][len([s, p]) - 1], y) #! probabilities-as-logits
    for i in range(2):
        F.cross_entropy([p, p, s][i], y) #! probabilities-as-logits
    for out, _ in zip([p, p], more):
        F.cross_entropy(out, y) #! probabilities-as-logits
    for out, _ in zip([net(x) for x in more], [1, 2]):
        F.cross_entropy(out, y) #! clean
`,
  dataclasses: `
from dataclasses import dataclass, field
from typing import NamedTuple, Optional
@dataclass
class Output:
    logits: torch.Tensor
    probs: Optional[torch.Tensor] = None
    extra: list = field(default_factory=list)
    def best(self):
        return self.probs if self.probs is not None else self.logits
class Pair(NamedTuple):
    scores: torch.Tensor
    probs: torch.Tensor
def step(x, y):
    s = net(x)
    p = s.softmax(1)
    out = Output(s, probs=p)
    F.cross_entropy(out.logits, y) #! clean
    F.cross_entropy(out.probs, y) #! probabilities-as-logits
    F.cross_entropy(out.best(), y) #! probabilities-as-logits
    F.cross_entropy(Output(logits=s).best(), y) #! clean
    pair = Pair(s, p)
    F.cross_entropy(pair.scores, y) #! clean
    F.cross_entropy(pair.probs, y) #! probabilities-as-logits
`,
  'arguments collected': `
def first(*args):
    return F.cross_entropy(args[0], args[-1]) #! clean
def named(**options):
    return F.cross_entropy(options['input'], options['target']) #! probabilities-as-logits
def rest(y, *outs):
    for out in outs:
        F.cross_entropy(out, y) #! clean
def step(x, y):
    s = net(x)
    first(s, s.softmax(1), y)
    named(target=y, input=s.softmax(1))
    rest(y, s, s)
    both = {'input': s, 'target': y}
    F.cross_entropy(**{'input': net(x), 'target': y}) #! clean
    F.cross_entropy(**dict(both, input=s.softmax(1))) #! probabilities-as-logits
`,
}

describe('collections of Python', () => {
  beforeAll(loadParser)

  test.each(Object.entries(programs))('%s', (_, program) => {
    const { found, expected } = verdicts(`${head}${program}`)
    expect(found).toEqual(expected)
  })
})
