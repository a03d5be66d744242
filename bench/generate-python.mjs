import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes the same tree in Python: modules of a web service, about 100 lines each, in packages of 50. Every `1 / share`-th of
 * them trains a model with a cross-entropy loss, half of those wrongly. The same call writes the same tree.
 *
 * @param {string} folder where to write; made when missing
 * @param {{ files: number, share: number }} size number of files, and share of them (0 to 1) that touch a loss
 */
export function generatePython(folder, { files, share }) {
  const every = share > 0 ? Math.round(1 / share) : Number.POSITIVE_INFINITY
  for (let index = 0; index < files; index++) {
    const place = join(folder, `area${Math.floor(index / 50)}`)
    if (index % 50 === 0) {
      mkdirSync(place, { recursive: true })
      writeFileSync(join(place, '__init__.py'), '')
    }
    const text = index % every === 0 && share > 0 ? training(index, (index / every) % 2 === 1) : service(index)
    writeFileSync(join(place, `module${index}.py`), text)
  }
}

const nouns = ['order', 'invoice', 'account', 'session', 'shipment', 'ticket', 'product', 'message']
const fields = ['title', 'status', 'owner', 'region', 'currency', 'channel', 'summary', 'origin']

function service(index) {
  const noun = nouns[index % nouns.length]
  const type = `${noun[0].toUpperCase()}${noun.slice(1)}${index}`
  const neighbour = index % 50 === 0 ? '' : `from .module${index - 1} import load${index - 1}\n`
  const some = fields.slice(0, 5).map((field, at) => ({ field, other: fields[(at + index) % fields.length] }))
  return `"""One ${noun} as the service stores it."""
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Callable, Dict, Iterable, List
${neighbour}

@dataclass
class ${type}:
    id: str
${some.map((each) => `    ${each.field}: str = ''`).join('\n')}
    amount: float = 0.0
    tags: List[str] = field(default_factory=list)


def load${index}(path: str) -> List[${type}]:
    with open(path, encoding='utf8') as file:
        return [${type}(**row) for row in json.load(file)]


class ${type}Store:
    def __init__(self, path: str):
        self.path = path
        self._items: Dict[str, ${type}] = {}
        self._dirty = False
        self._listeners: List[Callable[[${type}], None]] = []

    def refresh(self) -> int:
        for item in load${index}(self.path):
            known = self._items.get(item.id)
            if known is None or known.status != item.status:
                for listener in self._listeners:
                    listener(item)
            self._items[item.id] = item
        self._dirty = False
        return len(self._items)

    def total(self, keep: Callable[[${type}], bool] = lambda item: True) -> float:
        amount = 0.0
        for item in self._items.values():
            if keep(item):
                amount += item.amount
        return round(amount, 2)

    def put(self, item: ${type}) -> '${type}Store':
        item.tags = sorted(set(item.tags))
        self._items[item.id] = item
        self._dirty = True
        return self

    @property
    def dirty(self) -> bool:
        return self._dirty

${some.map(({ field, other }, at) => helper(type, `${index}_${at}`, field, other)).join('')}
${neighbour ? `previous = load${index - 1}\n` : ''}`
}

function helper(type, name, field, other) {
  return `
def group${name}(items: Iterable[${type}]) -> Dict[str, List[${type}]]:
    """Groups by ${field}; entries without one go under their ${other}."""
    groups: Dict[str, List[${type}]] = defaultdict(list)
    for item in items:
        key = item.${field}.strip() or f'{item.${other}} (${other})'
        groups[key].append(item)
    return dict(sorted(groups.items()))

`
}

function training(index, wrong) {
  const result = wrong ? 'torch.softmax(self.head(x), dim=1)' : 'self.head(x)'
  return `import torch
from torch import nn
from torch.utils.data import DataLoader


class Net${index}(nn.Module):
    def __init__(self, inputs: int = ${16 + (index % 8)}, classes: int = 10):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(inputs, 64), nn.ReLU(), nn.Dropout(0.2))
        self.head = nn.Linear(64, classes)

    def forward(self, x):
        x = self.body(x)
        return ${result}


class Trainer${index}:
    def __init__(self, rate: float = 1e-3):
        self.model = Net${index}()
        self.criterion = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=rate)

    def train(self, loader: DataLoader, epochs: int) -> float:
        last = 0.0
        for _ in range(epochs):
            for x, y in loader:
                self.optimizer.zero_grad()
                loss = self.criterion(self.model(x), y)
                loss.backward()
                self.optimizer.step()
                last = loss.item()
        return last
${service(index + 1_000_000)}`
}
